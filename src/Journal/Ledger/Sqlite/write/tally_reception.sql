insert into tally_reception (
    span, starts, court, channel, receptions, first, collective, skip_level, persons,
    to_city, to_province, to_capital, late, imported, civil, criminal, administrative, enforcement)
values (
    $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
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
