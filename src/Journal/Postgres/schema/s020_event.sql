create table event (
    position bigint primary key,
    stream text collate "C" not null,
    version integer not null,
    kind text collate "C" not null,
    at timestamptz not null,
    actor text not null,
    court text not null,
    payload bytea not null
);
