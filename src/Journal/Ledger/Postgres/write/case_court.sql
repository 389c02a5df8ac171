insert into case_court (
    case_id, court, since)
select
    unnest($1), unnest($2), unnest($3)
on conflict (case_id, court) do nothing;
