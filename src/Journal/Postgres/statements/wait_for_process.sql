-- The same lock as lock_process; the session's lock_timeout bounds the waiting.
select pg_advisory_lock(5067002)
