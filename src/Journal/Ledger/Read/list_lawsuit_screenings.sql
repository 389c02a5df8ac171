-- $1: court or null. $2, $3: first days of months.
select court, unit, month_day, reported_on, late, corrected, open_lawsuits, closed_lawsuits, found, unsettled
from lawsuit_screening
where ($1 is null or court = $1) and month_day between $2 and $3
order by month_day, unit;
