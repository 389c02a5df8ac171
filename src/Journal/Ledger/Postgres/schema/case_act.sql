-- Recorded acts, without their texts.
create table if not exists case_act (
    position bigint not null,
    act_id uuid not null,
    case_id uuid not null,
    act text collate "C" not null,
    detail text collate "C",
    city_day date not null,
    court text collate "C" not null,
    actor text collate "C" not null,
    amount bigint,
    primary key (position)
) with (fillfactor = 80);
