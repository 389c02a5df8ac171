-- What long streams had come to; a cache that may be emptied at any time.
create table snapshot (
    stream text collate "C" primary key,
    version integer not null,
    state bytea not null,
    seal bytea not null
);
