insert into tally_reception (
    span, starts, court, channel, receptions, first, collective, skip_level, persons)
select
    unnest($1), unnest($2), unnest($3), unnest($4), unnest($5), unnest($6),
    unnest($7), unnest($8), unnest($9)
on conflict (span, starts, court, channel) do update set
    receptions = tally_reception.receptions + excluded.receptions,
    first = tally_reception.first + excluded.first,
    collective = tally_reception.collective + excluded.collective,
    skip_level = tally_reception.skip_level + excluded.skip_level,
    persons = tally_reception.persons + excluded.persons;
