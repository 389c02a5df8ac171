-- As before, and asks nothing where no stream is to be probed.
create or replace function journal_advance(
    old_position bigint, old_hash bytea, new_position bigint, new_hash bytea, streams text[], versions integer[])
returns void
language plpgsql
as $$
begin
    update journal_head set position = new_position, hash = new_hash
    where id = 1 and position = old_position and hash = old_hash;
    if not found then
        raise exception 'the head of the journal is not at %', old_position using errcode = 'PM001';
    end if;
    -- One index probe per stream; the planner must not turn it into a scan.
    if cardinality(streams) > 0 and exists (
        select 1
        from unnest(streams, versions) as q (stream, version)
        left join lateral (select version from event where stream = q.stream order by version desc limit 1) as v on true
        where coalesce(v.version, 0) <> q.version)
    then
        raise exception 'a stream has grown' using errcode = 'PM001';
    end if;
end
$$;
