-- $1: petitioner key.
select exists (select 1 from petitioner_case where petitioner = $1) as known;
