-- Recorded acts, without their texts.
create table if not exists case_act (
    position integer not null,
    act_id text not null,
    case_id text not null,
    act text not null,
    detail text,
    city_day text not null,
    court text not null,
    actor text not null,
    amount integer,
    primary key (position),
    unique (city_day, position),
    unique (case_id, position)
) strict;
