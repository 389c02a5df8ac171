create table journal_head (
    id integer primary key check (id = 1),
    position bigint not null,
    hash bytea not null
) with (fillfactor = 10);
