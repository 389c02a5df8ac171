-- $1: leader. $2, $3: city days.
select count(*) as receptions,
    count(*) filter (where first) as first,
    count(*) filter (where channel = 'visit') as visits,
    count(*) filter (where late) as late,
    coalesce(sum(headcount), 0) as persons
from reception
where receiver = $1 and city_day between $2 and $3;
