-- $1-$3: split by court, channel, day. $4: one court or null. $5-$10: days, months, days (DayRanges).
-- The head is read in the same statement: one snapshot.
with cell as (
    select starts, court, channel, receptions, first, collective, skip_level, persons
    from tally_reception where span = 'd' and starts between $5 and $6
    union all
    select starts, court, channel, receptions, first, collective, skip_level, persons
    from tally_reception where span = 'm' and starts between $7 and $8
    union all
    select starts, court, channel, receptions, first, collective, skip_level, persons
    from tally_reception where span = 'd' and starts between $9 and $10
), figures as (
    select
        case when $1 then court end as court,
        case when $2 then channel end as channel,
        case when $3 then starts end as day,
        sum(receptions) as receptions,
        sum(first) as first,
        sum(collective) as collective,
        sum(skip_level) as skip_level,
        sum(persons) as persons
    from cell
    where $4 is null or court = $4
    group by 1, 2, 3
    having sum(receptions) <> 0
)
select h.position, h.at, g.court, g.channel, g.day, g.receptions, g.first, g.collective, g.skip_level, g.persons
from ledger_head h
left join figures g on true
order by g.day, g.court, g.channel;
