-- Its id settles a lost answer; those with events are the links of the hash chain.
create table batch (
    id blob primary key,
    first integer not null,
    last integer not null,
    hash blob not null,
    at integer not null
) without rowid;
