create table data_key (
    id text collate "C" primary key,
    subject text collate "C" not null,
    city_key text collate "C" not null,
    bytes bytea not null
);
