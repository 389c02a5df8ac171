-- $1: owner. $2: limit. Open and reopened cases, the longest in his hands first.
select
    f.case_id, f.number, f.court, f.status, f.owner, f.owner_court, f.owner_origin, f.receptions, f.opened_on,
    f.last_reception_on, f.ended_on, f.ending_ground, f.imported, f.long_standing, f.updated,
    f.opened as place, f.answer_due, f.held_since,
    o.since, o.first_receiver, o.first_reception_on, o.vacant, o.vacant_since, o.reminded_at
from case_file f
join ownership o on o.case_id = f.case_id
where f.owner = $1 and f.joined_into is null and f.status in ('open', 'reopened')
order by o.since, f.opened
limit $2;
