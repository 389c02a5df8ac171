select exists (select 1 from batch where id = $1)
