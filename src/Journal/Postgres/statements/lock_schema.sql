-- One upgrade at a time, however many processes start together.
select pg_advisory_xact_lock(5067001)
