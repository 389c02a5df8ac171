insert into command (caller, key, body_hash, status, answer, at)
values ($caller, $key, $body_hash, $status, $answer, $at);
