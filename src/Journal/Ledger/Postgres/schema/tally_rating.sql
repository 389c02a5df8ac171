-- Ratings per day and month and court (S10).
create table if not exists tally_rating (
    span text collate "C" not null,
    starts date not null,
    court text collate "C" not null,
    ratings integer not null,
    stars integer not null,
    satisfied integer not null,
    primary key (span, starts, court)
) with (fillfactor = 50);
