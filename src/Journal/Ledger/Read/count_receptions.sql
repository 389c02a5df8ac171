-- $1-$3: split by court, channel, day. $4: one court or null. $5-$10: days, months, days; $11, $12: whether the days are added or taken away
-- (DayRanges). The head is read in the same statement: one snapshot.
with cell as (
    select $11 as sign, starts, court, channel, receptions, first, collective, skip_level, persons,
        to_city, to_province, to_capital, late, imported, civil, criminal, administrative, enforcement
    from tally_reception where span = 'd' and starts between $5 and $6
    union all
    select 1 as sign, starts, court, channel, receptions, first, collective, skip_level, persons,
        to_city, to_province, to_capital, late, imported, civil, criminal, administrative, enforcement
    from tally_reception where span = 'm' and starts between $7 and $8
    union all
    select $12 as sign, starts, court, channel, receptions, first, collective, skip_level, persons,
        to_city, to_province, to_capital, late, imported, civil, criminal, administrative, enforcement
    from tally_reception where span = 'd' and starts between $9 and $10
), figures as (
    select
        case when $1 then court end as court,
        case when $2 then channel end as channel,
        case when $3 then starts end as day,
        sum(sign * receptions) as receptions,
        sum(sign * first) as first,
        sum(sign * collective) as collective,
        sum(sign * skip_level) as skip_level,
        sum(sign * persons) as persons,
        sum(sign * to_city) as to_city,
        sum(sign * to_province) as to_province,
        sum(sign * to_capital) as to_capital,
        sum(sign * late) as late,
        sum(sign * imported) as imported,
        sum(sign * civil) as civil,
        sum(sign * criminal) as criminal,
        sum(sign * administrative) as administrative,
        sum(sign * enforcement) as enforcement
    from cell
    where $4 is null or court = $4
    group by 1, 2, 3
    having sum(sign * receptions) <> 0
)
select h.position, h.at, g.court, g.channel, g.day, g.receptions, g.first, g.collective, g.skip_level, g.persons,
    g.to_city, g.to_province, g.to_capital, g.late, g.imported, g.civil, g.criminal, g.administrative, g.enforcement
from ledger_head h
left join figures g on true
order by g.day, g.court, g.channel;
