create table journal_head (
    id integer primary key check (id = 1),
    position integer not null,
    hash blob not null
);
