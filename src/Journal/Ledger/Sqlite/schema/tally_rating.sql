-- Ratings per day and month and court (S10).
create table if not exists tally_rating (
    span text not null,
    starts text not null,
    court text not null,
    ratings integer not null,
    stars integer not null,
    satisfied integer not null,
    primary key (span, starts, court)
) strict, without rowid;
