-- Published periodic products (J12, S1); the content stands in the product's own stream.
create table if not exists publication (
    publication_id text not null,
    product text not null,
    scope text not null,
    starts text not null,
    ends text not null,
    hash text not null,
    position integer not null,
    corrections integer not null,
    published_by text not null,
    published_at text not null,
    updated integer not null,
    primary key (publication_id)
) strict, without rowid;
