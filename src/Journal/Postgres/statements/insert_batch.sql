insert into batch (id, first, last, hash, at) values ($1, $2, $3, $4, $5)
