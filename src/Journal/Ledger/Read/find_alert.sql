-- $1: alert.
select alert_id, unit, city_day, raised, kind, case_id, reception_id, place, headcount, words, occurred_at, raised_by, raised_at, acknowledged_by, acknowledged_at
from alert
where alert_id = $1;
