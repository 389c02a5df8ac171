-- Payloads are small JSON; compressing them costs the writer more than it saves the disk.
alter table event alter column payload set storage external;
