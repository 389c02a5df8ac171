-- Who can be reached for a reporting unit around the clock (J11).
create table if not exists duty_contact (
    unit text collate "C" not null,
    name text collate "C" not null,
    post text collate "C" not null,
    phone text collate "C" not null,
    since timestamptz not null,
    position bigint not null,
    primary key (unit)
) with (fillfactor = 80);
