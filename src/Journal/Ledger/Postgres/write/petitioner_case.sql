insert into petitioner_case (
    petitioner, case_id, since)
select * from unnest(
    $1, $2, $3)
on conflict (petitioner, case_id) do nothing;
