-- $1, $2: city days on which a matter was opened; imported ones apart (W5). The day of an ending that still holds, or null.
select court, opened_on, case when status in ('provisional', 'resolved', 'terminated', 'handedOver') then ended_on end as ended, count(*) as cases
from case_file
where opened_on between $1 and $2 and imported is null and first_reception is not null and joined_into is null
group by 1, 2, 3
order by 1, 2, 3;
