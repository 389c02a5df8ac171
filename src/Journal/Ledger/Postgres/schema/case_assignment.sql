-- The ledger of assigned cases (J5).
create table if not exists case_assignment (
    case_id uuid not null,
    nr integer not null,
    position bigint not null,
    source text collate "C",
    document_number text collate "C",
    unit text collate "C",
    division text collate "C",
    received_on date,
    urgent boolean,
    responsible_leader text collate "C",
    handler text collate "C",
    contact text collate "C",
    primary key (case_id, nr)
) with (fillfactor = 80);
