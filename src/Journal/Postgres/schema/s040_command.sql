create table command (
    caller text collate "C" not null,
    key text collate "C" not null,
    body_hash bytea not null,
    status integer not null,
    answer bytea not null,
    at timestamptz not null,
    primary key (caller, key)
);
