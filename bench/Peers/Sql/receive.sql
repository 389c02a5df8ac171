-- One statement decides and records: the upsert locks the case's row, so number, first and owner are right under concurrency.
WITH matter AS (
    INSERT INTO petition_case AS c (id, petitioner_id, case_number, query_code, court, owner, status, receptions, opened_on, last_on)
    SELECT $1, p.id, $2, $3, $4, $5, 'open', 1, $6, $6
    FROM petitioner p WHERE p.id_type = $7 AND p.id_number = $8
    ON CONFLICT (petitioner_id, case_number)
        DO UPDATE SET receptions = c.receptions + 1, last_on = greatest(c.last_on, excluded.last_on)
    RETURNING c.id, c.query_code, c.owner, c.receptions
), recorded AS (
    INSERT INTO reception (id, case_id, number, court, channel, received_by, recorded_by, occurred_at, recorded_at, headcount, level, claim, opinion)
    SELECT $9, matter.id, matter.receptions, $4, $10, $5, $11, $12, $13, $14, $15, $16, $17 FROM matter
), called AS (
    INSERT INTO summons (id, case_id, reception_id, leader, status, sent_at)
    SELECT $18, matter.id, $9, matter.owner, 'sent', $13 FROM matter
    WHERE matter.receptions > 1 AND matter.owner <> $5 AND $10 = 'visit'
    RETURNING id
), audited AS (
    INSERT INTO audit (at, actor, court, action, subject) VALUES ($13, $11, $4, 'reception', $9)
), remembered AS (
    INSERT INTO command (caller, key, body_hash, reception_id, at)
    SELECT $11, $19, $20, $9, $13 WHERE $19 IS NOT NULL
)
SELECT matter.id, matter.query_code, matter.owner, matter.receptions, called.id
FROM matter LEFT JOIN called ON true
