insert into journal_head (id, position, hash) values (1, 0, zeroblob(32));
