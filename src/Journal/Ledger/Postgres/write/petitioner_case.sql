insert into petitioner_case (
    petitioner, case_id, since)
select
    unnest($1), unnest($2), unnest($3)
on conflict (petitioner, case_id) do nothing;
