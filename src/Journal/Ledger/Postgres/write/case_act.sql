insert into case_act (
    position, act_id, case_id, act, detail, city_day, court, actor, amount)
select * from unnest(
    $1, $2, $3, $4, $5, $6, $7, $8, $9)
on conflict (position) do nothing;
