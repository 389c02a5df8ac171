insert into case_court (
    case_id, court, since)
values (
    $1, $2, $3)
on conflict (case_id, court) do nothing;
