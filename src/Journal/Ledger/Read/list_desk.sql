-- $1: owner. $2: limit. Open and reopened cases as his desk shows them, the longest in his hands first.
select
    f.case_id, f.number, f.court, f.status, f.owner_origin, f.receptions, f.opened_on, f.last_reception_on, f.long_standing,
    o.since, o.first_receiver, o.first_reception_on, o.vacant = 'recused' as relieved
from case_file f
join ownership o on o.case_id = f.case_id
where f.owner = $1 and f.joined_into is null and f.status in ('open', 'reopened')
order by o.since, f.opened
limit $2;
