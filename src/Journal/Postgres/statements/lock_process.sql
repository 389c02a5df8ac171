-- Held by the session that writes; gone with it.
select pg_try_advisory_lock(5067002)
