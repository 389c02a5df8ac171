insert into reception (
    position, reception_id, case_id, number, first, court, channel, receiver, recorder, occurred_at, city_day, level, headcount, collective, skip_level, late, returned)
select * from unnest(
    $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
on conflict (position) do nothing;
