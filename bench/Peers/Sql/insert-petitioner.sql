INSERT INTO petitioner (id, id_type, id_number, name, phone)
VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (id_type, id_number) DO NOTHING
