insert into petitioner_case (
    petitioner, case_id, since)
values (
    $1, $2, $3)
on conflict (petitioner, case_id) do nothing;
