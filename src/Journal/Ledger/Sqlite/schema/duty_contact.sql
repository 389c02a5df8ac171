-- Who can be reached for a reporting unit around the clock (J11).
create table if not exists duty_contact (
    unit text not null,
    name text not null,
    post text not null,
    phone text not null,
    since text not null,
    position integer not null,
    primary key (unit)
) strict, without rowid;
