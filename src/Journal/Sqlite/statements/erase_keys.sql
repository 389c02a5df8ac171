delete from data_key where subject = $subject;
