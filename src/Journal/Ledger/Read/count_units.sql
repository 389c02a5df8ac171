-- $1: city day. Receptions of basic courts ('d') and divisions ('u') by channel, resolutions by court, alerts by unit.
select 'r' as what, court as unit, channel, receptions, first, collective, skip_level, persons, to_city, to_province, to_capital
from tally_reception where span = 'd' and starts = $1
union all
select 'r', court, channel, receptions, first, collective, skip_level, persons, to_city, to_province, to_capital
from tally_reception where span = 'u' and starts = $1
union all
select 'c', court, ground, resolved, 0, 0, 0, 0, 0, 0, 0
from tally_resolution where span = 'd' and starts = $1
union all
select 'a', unit, kind, 1, 0, 0, 0, 0, 0, 0, 0
from alert where city_day = $1;
