-- The stored row does what CaseFileRow.Then does in memory: null keeps, "open" only follows "pending".
insert into case_file (
    case_id, updated, number, court, status, owner, owner_court, owner_origin, receptions, opened_on, last_reception_on, first_reception, ended_on, ending_ground, query_code_hash, joined_into, imported, long_standing, opened, answer_due, held_since)
values (
    $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)
on conflict (case_id) do update set
    updated = excluded.updated,
    number = coalesce(excluded.number, case_file.number),
    court = coalesce(excluded.court, case_file.court),
    status = case
        when excluded.status = 'open' and case_file.status <> 'pending' then case_file.status
        else coalesce(excluded.status, case_file.status)
    end,
    owner = coalesce(excluded.owner, case_file.owner),
    owner_court = coalesce(excluded.owner_court, case_file.owner_court),
    owner_origin = coalesce(excluded.owner_origin, case_file.owner_origin),
    receptions = coalesce(excluded.receptions, case_file.receptions),
    opened_on = coalesce(excluded.opened_on, case_file.opened_on),
    last_reception_on = max(coalesce(excluded.last_reception_on, case_file.last_reception_on),
        coalesce(case_file.last_reception_on, excluded.last_reception_on)),
    first_reception = coalesce(case_file.first_reception, excluded.first_reception),
    ended_on = coalesce(excluded.ended_on, case_file.ended_on),
    ending_ground = coalesce(excluded.ending_ground, case_file.ending_ground),
    query_code_hash = coalesce(excluded.query_code_hash, case_file.query_code_hash),
    joined_into = coalesce(excluded.joined_into, case_file.joined_into),
    imported = coalesce(case_file.imported, excluded.imported),
    long_standing = coalesce(excluded.long_standing, case_file.long_standing),
    opened = coalesce(case_file.opened, excluded.opened),
    answer_due = coalesce(excluded.answer_due, case_file.answer_due),
    held_since = coalesce(excluded.held_since, case_file.held_since);
