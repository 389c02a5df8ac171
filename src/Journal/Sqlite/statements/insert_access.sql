insert into access (first_at, last_at, actor, court, what, subject, count, packed)
values ($first_at, $last_at, $actor, $court, $what, $subject, $count, $packed);
