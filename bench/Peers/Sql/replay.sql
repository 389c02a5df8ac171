SELECT k.body_hash, r.id, c.id, c.query_code, r.number, c.owner, s.id
FROM command k
JOIN reception r ON r.id = k.reception_id
JOIN petition_case c ON c.id = r.case_id
LEFT JOIN summons s ON s.reception_id = r.id
WHERE k.caller = $1 AND k.key = $2
