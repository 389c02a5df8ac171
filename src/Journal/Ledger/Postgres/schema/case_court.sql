-- Which courts take part in a case; (court, since) is the order of a court's own ledger.
create table if not exists case_court (
    case_id uuid not null,
    court text collate "C" not null,
    since bigint not null,
    primary key (case_id, court)
) with (fillfactor = 100);
