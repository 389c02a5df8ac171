insert into notice (
    position, case_id, leader, reception_id, channel)
values (
    $1, $2, $3, $4, $5)
on conflict (position) do nothing;
