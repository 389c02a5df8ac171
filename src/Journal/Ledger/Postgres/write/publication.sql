insert into publication (
    publication_id, product, scope, starts, ends, hash, position, corrections, published_by, published_at, updated)
select * from unnest(
    $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
on conflict (publication_id) do update set
    hash = excluded.hash,
    position = excluded.position,
    corrections = publication.corrections + excluded.corrections,
    published_by = excluded.published_by,
    published_at = excluded.published_at,
    updated = excluded.updated;
