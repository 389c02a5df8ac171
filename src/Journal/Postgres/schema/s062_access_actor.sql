create index access_actor on access (actor, first_at);
