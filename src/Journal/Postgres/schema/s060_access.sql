-- Who read what, when; look-ups are packed, many to a row.
create table access (
    id bigint generated always as identity primary key,
    first_at timestamptz not null,
    last_at timestamptz not null,
    actor text collate "C" not null,
    court text collate "C" not null,
    what text collate "C" not null,
    subject text collate "C" not null,
    count integer not null,
    packed bytea not null
);
