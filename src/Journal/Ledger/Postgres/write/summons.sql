-- The stored row does what its Then does in memory: null keeps.
insert into summons (
    summons_id, updated, case_id, leader, reception_id, court, status, sent_at, position, answered_at, mode, meeting_at, place, settled_at, escalated_at, watched, watched_at)
select
    unnest($1), unnest($2), unnest($3), unnest($4), unnest($5), unnest($6),
    unnest($7), unnest($8), unnest($9), unnest($10), unnest($11), unnest($12),
    unnest($13), unnest($14), unnest($15), unnest($16), unnest($17)
on conflict (summons_id) do update set
    updated = excluded.updated,
    case_id = coalesce(excluded.case_id, summons.case_id),
    leader = coalesce(excluded.leader, summons.leader),
    reception_id = coalesce(excluded.reception_id, summons.reception_id),
    court = coalesce(excluded.court, summons.court),
    status = coalesce(excluded.status, summons.status),
    sent_at = coalesce(excluded.sent_at, summons.sent_at),
    position = coalesce(excluded.position, summons.position),
    answered_at = coalesce(summons.answered_at, excluded.answered_at),
    mode = coalesce(excluded.mode, summons.mode),
    meeting_at = coalesce(excluded.meeting_at, summons.meeting_at),
    place = coalesce(excluded.place, summons.place),
    settled_at = coalesce(excluded.settled_at, summons.settled_at),
    escalated_at = coalesce(excluded.escalated_at, summons.escalated_at),
    watched = coalesce(excluded.watched, summons.watched),
    watched_at = coalesce(excluded.watched_at, summons.watched_at);
