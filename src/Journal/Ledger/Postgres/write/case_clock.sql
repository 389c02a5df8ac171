insert into case_clock (
    case_id, clock_id, state, changed_on, kind, rule, court, holder, started_on, due_on)
select * from unnest(
    $1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
on conflict (case_id, clock_id) do update set
    state = excluded.state,
    changed_on = excluded.changed_on,
    kind = coalesce(excluded.kind, case_clock.kind),
    rule = coalesce(excluded.rule, case_clock.rule),
    court = coalesce(excluded.court, case_clock.court),
    holder = coalesce(excluded.holder, case_clock.holder),
    started_on = coalesce(excluded.started_on, case_clock.started_on),
    due_on = coalesce(excluded.due_on, case_clock.due_on);
