create table data_key (
    id text primary key,
    subject text not null,
    city_key text not null,
    bytes blob not null
) without rowid;
