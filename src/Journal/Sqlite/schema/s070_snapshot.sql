-- What long streams had come to; a cache that may be emptied at any time.
create table snapshot (
    stream text primary key,
    version integer not null,
    state blob not null,
    seal blob not null
);
