-- $1, $2: city days. Receptions that needed an alert of their court and have none of its kind: neither for the reception nor, that day, for its case.
select d.reception_id, d.case_id, d.court, d.unit, d.city_day, d.kind
from alert_due d
where d.city_day between $1 and $2
    and not exists (select 1 from alert a 
        where a.kind = d.kind
            and (a.reception_id = d.reception_id or (a.case_id = d.case_id and a.city_day = d.city_day))
            and (a.unit = d.court or a.unit like d.court || ':%'))
order by d.position;
