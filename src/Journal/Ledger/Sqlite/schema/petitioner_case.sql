-- Which cases are a person's, by the keyed hash of the identity document.
create table if not exists petitioner_case (
    petitioner text not null,
    case_id text not null,
    since integer not null,
    primary key (petitioner, case_id)
) strict, without rowid;
