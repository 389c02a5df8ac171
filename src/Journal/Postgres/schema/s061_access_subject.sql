create index access_subject on access (subject, first_at) where subject <> '';
