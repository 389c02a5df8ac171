-- $1: why. $2: limit. Open cases without an owner who acts.
select
    f.case_id, f.number, f.court, f.status, f.owner, f.owner_court, f.owner_origin, f.receptions, f.opened_on,
    f.last_reception_on, f.ended_on, f.ending_ground, f.imported, f.long_standing, f.updated,
    f.opened as place, f.answer_due, f.held_since,
    o.since, o.first_receiver, o.first_reception_on, o.vacant, o.vacant_since, o.reminded_at
from ownership o
join case_file f on f.case_id = o.case_id
where o.vacant = $1 and o.vacant <> '' and f.joined_into is null and f.status in ('pending', 'open', 'reopened')
order by o.vacant_since, f.opened
limit $2;
