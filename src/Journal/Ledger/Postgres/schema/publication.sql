-- Published periodic products (J12, S1); the content stands in the product's own stream.
create table if not exists publication (
    publication_id text collate "C" not null,
    product text collate "C" not null,
    scope text collate "C" not null,
    starts date not null,
    ends date not null,
    hash text collate "C" not null,
    position bigint not null,
    corrections integer not null,
    published_by text collate "C" not null,
    published_at timestamptz not null,
    updated bigint not null,
    primary key (publication_id)
) with (fillfactor = 80);
