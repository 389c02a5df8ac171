-- $1, $2: what is watched. $3: limit. Summonses of a reception place that are unanswered or whose meeting was missed, while their matter runs (W8).
select s.summons_id, s.case_id, f.number, s.court, s.leader, s.status, s.sent_at, s.meeting_at
from summons s
join case_file f on f.case_id = s.case_id
where s.watched in ($1, $2) and f.joined_into is null and f.status in ('pending', 'open', 'reopened')
order by s.position desc
limit $3;
