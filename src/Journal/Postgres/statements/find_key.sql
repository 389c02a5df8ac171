select subject, city_key, bytes from data_key where id = $1
