-- The stored row does what its Then does in memory: null keeps.
insert into lawsuit_screening (
    screening, updated, position, court, unit, month_day, reported_on, late, corrected, open_lawsuits, closed_lawsuits, found, unsettled)
select
    unnest($1), unnest($2), unnest($3), unnest($4), unnest($5), unnest($6), unnest($7),
    unnest($8), unnest($9), unnest($10), unnest($11), unnest($12), unnest($13)
on conflict (screening) do update set
    updated = excluded.updated,
    position = coalesce(excluded.position, lawsuit_screening.position),
    court = coalesce(excluded.court, lawsuit_screening.court),
    unit = coalesce(excluded.unit, lawsuit_screening.unit),
    month_day = coalesce(excluded.month_day, lawsuit_screening.month_day),
    reported_on = coalesce(excluded.reported_on, lawsuit_screening.reported_on),
    late = coalesce(excluded.late, lawsuit_screening.late),
    corrected = coalesce(excluded.corrected, lawsuit_screening.corrected),
    open_lawsuits = coalesce(excluded.open_lawsuits, lawsuit_screening.open_lawsuits),
    closed_lawsuits = coalesce(excluded.closed_lawsuits, lawsuit_screening.closed_lawsuits),
    found = coalesce(excluded.found, lawsuit_screening.found),
    unsettled = coalesce(excluded.unsettled, lawsuit_screening.unsettled);
