insert into batch (id, first, last, hash, at) values ($id, $first, $last, $hash, $at);
