delete from data_key where subject = any($1)
