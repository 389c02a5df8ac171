-- Which cases are a person's, by the keyed hash of the identity document.
create table if not exists petitioner_case (
    petitioner text collate "C" not null,
    case_id uuid not null,
    since bigint not null,
    primary key (petitioner, case_id)
) with (fillfactor = 100);
