insert into case_court (
    case_id, court, since)
select * from unnest(
    $1, $2, $3)
on conflict (case_id, court) do nothing;
