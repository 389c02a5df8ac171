-- Read whole and at once: packing it would cost more than it saves.
alter table snapshot alter column state set storage external;
