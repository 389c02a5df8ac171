-- Rows of imported ledgers and the cases they became part of (J1).
-- Indexes are unique constraints so that they follow the table when a rebuild renames it.
create table if not exists import_row (
    import text not null,
    sheet_row integer not null,
    case_id text not null,
    unit text not null,
    owner text,
    responsible_leader text,
    handler text,
    source text,
    assigned_on text,
    first_visit_on text,
    position integer not null,
    primary key (import, sheet_row),
    unique (case_id, import, sheet_row)
) strict, without rowid;
