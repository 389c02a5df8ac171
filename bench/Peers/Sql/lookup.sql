SELECT c.id, c.case_number, c.court, c.status, c.receptions, c.owner, c.opened_on, c.last_on
FROM petitioner p JOIN petition_case c ON c.petitioner_id = p.id
WHERE p.id_type = $1 AND p.id_number = $2
