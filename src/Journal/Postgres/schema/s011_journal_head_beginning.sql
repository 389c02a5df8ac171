insert into journal_head (id, position, hash) values (1, 0, decode(repeat('00', 32), 'hex'));
