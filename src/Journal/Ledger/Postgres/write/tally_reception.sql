insert into tally_reception (
    span, starts, court, channel, receptions, first, collective, skip_level, persons)
select * from unnest(
    $1, $2, $3, $4, $5, $6, $7, $8, $9)
on conflict (span, starts, court, channel) do update set
    receptions = tally_reception.receptions + excluded.receptions,
    first = tally_reception.first + excluded.first,
    collective = tally_reception.collective + excluded.collective,
    skip_level = tally_reception.skip_level + excluded.skip_level,
    persons = tally_reception.persons + excluded.persons;
