insert into tally_reception (
    span, starts, court, channel, receptions, first, collective, skip_level, persons,
    to_city, to_province, to_capital, late, imported, civil, criminal, administrative, enforcement)
select
    unnest($1), unnest($2), unnest($3), unnest($4), unnest($5), unnest($6),
    unnest($7), unnest($8), unnest($9), unnest($10), unnest($11), unnest($12),
    unnest($13), unnest($14), unnest($15), unnest($16), unnest($17), unnest($18)
on conflict (span, starts, court, channel) do update set
    receptions = tally_reception.receptions + excluded.receptions,
    first = tally_reception.first + excluded.first,
    collective = tally_reception.collective + excluded.collective,
    skip_level = tally_reception.skip_level + excluded.skip_level,
    persons = tally_reception.persons + excluded.persons,
    to_city = tally_reception.to_city + excluded.to_city,
    to_province = tally_reception.to_province + excluded.to_province,
    to_capital = tally_reception.to_capital + excluded.to_capital,
    late = tally_reception.late + excluded.late,
    imported = tally_reception.imported + excluded.imported,
    civil = tally_reception.civil + excluded.civil,
    criminal = tally_reception.criminal + excluded.criminal,
    administrative = tally_reception.administrative + excluded.administrative,
    enforcement = tally_reception.enforcement + excluded.enforcement;
