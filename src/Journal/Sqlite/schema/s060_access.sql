-- Who read what, when; look-ups are packed, many to a row.
create table access (
    id integer primary key,
    first_at integer not null,
    last_at integer not null,
    actor text not null,
    court text not null,
    what text not null,
    subject text not null,
    count integer not null,
    packed blob not null
);
