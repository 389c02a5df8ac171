-- Asked once a minute, written by every command: the b-tree cost more than it gave.
drop index command_at;
