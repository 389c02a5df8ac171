insert into summons (
    summons_id, case_id, leader, reception_id, court, status, sent_at, position)
values (
    $1, $2, $3, $4, $5, $6, $7, $8)
on conflict (summons_id) do nothing;
