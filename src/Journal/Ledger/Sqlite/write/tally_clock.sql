insert into tally_clock (
    span, starts, court, kind, met, late, missed)
values (
    $1, $2, $3, $4, $5, $6, $7)
on conflict (span, starts, court, kind) do update set
    met = tally_clock.met + excluded.met,
    late = tally_clock.late + excluded.late,
    missed = tally_clock.missed + excluded.missed;
