select 1 from batch where id = $id;
