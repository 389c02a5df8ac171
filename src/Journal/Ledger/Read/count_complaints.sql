-- $1: court or null. $2, $3: city days of receipt. $4: today. The last nine are the conduct of the list, in its order.
select court, desk_id, desk,
    count(*),
    count(division),
    count(checked_on),
    count(case when outcome = 'founded' then 1 end),
    count(case when outcome = 'partlyFounded' then 1 end),
    count(case when outcome = 'unfounded' then 1 end),
    count(answered_on),
    count(case when checked_on is null and due_on < $4 then 1 end),
    count(case when found like '%,buckPassing,%' then 1 end),
    count(case when found like '%,delay,%' then 1 end),
    count(case when found like '%,incompleteNotice,%' then 1 end),
    count(case when found like '%,rudeness,%' then 1 end),
    count(case when found like '%,undueConditions,%' then 1 end),
    count(case when found like '%,undueFees,%' then 1 end),
    count(case when found like '%,extortion,%' then 1 end),
    count(case when found like '%,disclosure,%' then 1 end),
    count(case when found like '%,other,%' then 1 end)
from complaint
where ($1 is null or court = $1) and city_day between $2 and $3
group by court, desk_id, desk
order by court, desk_id;
