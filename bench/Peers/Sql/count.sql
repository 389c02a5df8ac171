INSERT INTO counter AS c (court, day, channel, receptions, first)
SELECT $1, $2, $3, 1, CASE WHEN r.number = 1 THEN 1 ELSE 0 END FROM reception r WHERE r.id = $4
ON CONFLICT (court, day, channel)
    DO UPDATE SET receptions = c.receptions + 1, first = c.first + excluded.first
