-- Its id settles a lost answer; those with events are the links of the hash chain.
create table batch (
    id uuid primary key,
    first bigint not null,
    last bigint not null,
    hash bytea not null,
    at timestamptz not null
);
