-- Instants are microseconds since 1970, UTC, in every table of the journal.
create table event (
    position integer primary key,
    stream text not null,
    version integer not null,
    kind text not null,
    at integer not null,
    actor text not null,
    court text not null,
    payload blob not null
);
