-- Who left his post when, and who is on long leave (W3).
create table if not exists leader_standing (
    leader text collate "C" not null,
    updated bigint not null,
    left_at timestamptz,
    away_from date,
    away_until date,
    primary key (leader)
) with (fillfactor = 80);
