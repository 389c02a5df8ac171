create table paper (
    id uuid not null primary key,
    content bytea not null
);
