-- $1: court or null. $2: first city day of the week. $3: last day due. $4: limit. Limits that are still to be met, and those that ceased to be since the
-- week began. A first answer without a clock of its own counts where the matter is handled.
with hit as (
    select case_id, clock_id, kind, rule, court, state, started_on, due_on, changed_on
    from case_clock
    where state in ('running', 'overdue') and due_on <= $3
    union all
    select case_id, clock_id, kind, rule, court, state, started_on, due_on, changed_on
    from case_clock
    where state in ('running', 'overdue') and due_on > $3 and kind in ('letter', 'congress')
    union all
    select case_id, clock_id, kind, rule, court, state, started_on, due_on, changed_on
    from case_clock
    where changed_on >= $2 and state in ('met', 'metLate', 'paused', 'stopped') and (due_on <= $3 or kind in ('letter', 'congress'))
    union all
    select case_id, clock_id, kind, rule, court, state, started_on, due_on, changed_on
    from case_clock
    where changed_on < $2 and state = 'paused' and kind in ('letter', 'congress')
    union all
    select f.case_id, 'answer-1', 'answer', 'G1',
        coalesce((select a.unit from case_assignment a where a.case_id = f.case_id order by a.nr desc limit 1), f.owner_court, f.court),
        'running', f.opened_on, f.answer_due, f.opened_on
    from case_file f
    where f.answer_due <= $3
)
select hit.case_id, hit.clock_id, hit.kind, hit.rule, hit.court, hit.state, hit.started_on, hit.due_on, hit.changed_on, f.number, f.owner
from hit
join case_file f on f.case_id = hit.case_id
where hit.kind <> 'final' and ($1 is null or hit.court = $1) and f.joined_into is null
order by hit.due_on, hit.case_id, hit.clock_id
limit $4;
