insert into duty_contact (
    unit, name, post, phone, since, position)
values (
    $1, $2, $3, $4, $5, $6)
on conflict (unit) do update set
    name = excluded.name,
    post = excluded.post,
    phone = excluded.phone,
    since = excluded.since,
    position = excluded.position;
