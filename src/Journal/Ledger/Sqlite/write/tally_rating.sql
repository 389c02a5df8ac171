insert into tally_rating (
    span, starts, court, ratings, stars, satisfied)
values (
    $1, $2, $3, $4, $5, $6)
on conflict (span, starts, court) do update set
    ratings = tally_rating.ratings + excluded.ratings,
    stars = tally_rating.stars + excluded.stars,
    satisfied = tally_rating.satisfied + excluded.satisfied;
