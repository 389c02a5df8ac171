-- $1: leader. $2: year.
select receptions, first, resolved, provisional from tally_leader where leader = $1 and year = $2;
