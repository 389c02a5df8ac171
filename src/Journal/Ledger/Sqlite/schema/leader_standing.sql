-- Who left his post when, and who is on long leave (W3).
create table if not exists leader_standing (
    leader text not null,
    updated integer not null,
    left_at text,
    away_from text,
    away_until text,
    primary key (leader)
) strict;
