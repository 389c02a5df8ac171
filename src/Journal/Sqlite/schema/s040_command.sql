create table command (
    caller text not null,
    key text not null,
    body_hash blob not null,
    status integer not null,
    answer blob not null,
    at integer not null,
    primary key (caller, key)
) without rowid;
