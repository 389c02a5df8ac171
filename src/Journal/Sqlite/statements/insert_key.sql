insert into data_key (id, subject, city_key, bytes) values ($id, $subject, $city_key, $bytes);
