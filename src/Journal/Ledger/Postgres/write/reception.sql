insert into reception (
    position, reception_id, case_id, number, first, court, channel, receiver, recorder, occurred_at, city_day, level, headcount, collective, skip_level, late, returned)
select
    unnest($1), unnest($2), unnest($3), unnest($4), unnest($5), unnest($6),
    unnest($7), unnest($8), unnest($9), unnest($10), unnest($11), unnest($12),
    unnest($13), unnest($14), unnest($15), unnest($16), unnest($17);
