-- Rows of imported ledgers and the cases they became part of (J1).
create table if not exists import_row (
    import text collate "C" not null,
    sheet_row integer not null,
    case_id uuid not null,
    unit text collate "C" not null,
    owner text collate "C",
    responsible_leader text collate "C",
    handler text collate "C",
    source text collate "C",
    assigned_on date,
    first_visit_on date,
    position bigint not null,
    primary key (import, sheet_row)
) with (fillfactor = 100);
