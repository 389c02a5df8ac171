-- $1: court or null. $2, $3: city days of receipt or search. $4: today.
select court, kind,
    count(*),
    count(routed_on),
    count(case when routed_on is not null and not late then 1 end),
    count(case when late then 1 end),
    count(case when routed_on is null and due_on < $4 then 1 end),
    cast(sum(objections) as bigint),
    cast(sum(missed) as bigint),
    cast(sum(granted) as bigint),
    cast(sum(refused) as bigint),
    cast(sum(settled) as bigint),
    count(case when enforced_fen is not null and related <> '' then 1 end),
    cast(coalesce(sum(case when related <> '' then enforced_fen end), 0) as bigint)
from routing
where status <> 'withdrawn' and ($1 is null or court = $1) and city_day between $2 and $3
group by court, kind
order by court, kind;
