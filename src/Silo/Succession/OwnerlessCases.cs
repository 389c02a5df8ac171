using System.Collections.Immutable;
using System.Globalization;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Silo.Succession;

/// <summary>
/// W3: the open cases without an active owner: nobody has received them yet, or their owner has recused himself, left his post or is on long
/// leave. Composed of the ledger, the city and the calendar, so that it is never out of date.
/// </summary>
public sealed class OwnerlessCases(ILedger ledger, ICityDirectory city, WorkingCalendar calendar)
{
    /// <summary>W3: working days after which an owner must have been named.</summary>
    public const int WorkingDays = 1;

    /// <param name="office">Only cases whose petition office is this court's; null is the whole city.</param>
    /// <param name="today">City day of the question.</param>
    /// <returns>The longest without owner first.</returns>
    public Task<ImmutableArray<OwnerlessCase>> FindAsync(CourtId? office, DateOnly today, CancellationToken cancellationToken) =>
        FindAsync(ledger, city.Current, calendar, office, today, cancellationToken);

    /// <summary>The same, of one snapshot of the ledger: for reports.</summary>
    public static async Task<ImmutableArray<OwnerlessCase>> FindAsync(
        IVacancies ledger, CitySnapshot now, WorkingCalendar calendar, CourtId? office, DateOnly today, CancellationToken cancellationToken)
    {
        var found = new Dictionary<CaseId, OwnerlessCase>();
        void Add(OwnedLine line, VacancyGround ground, DateOnly since)
        {
            var court = line.Case.Owner?.Court ?? line.Case.Court;
            if (office is null || office == court)
                found.TryAdd(line.Case.Case, new OwnerlessCase(line, court, ground, since, calendar.AddWorkingDays(since, WorkingDays)));
        }

        foreach (var line in await ledger.ListVacantAsync(VacancyGround.Recused, OwnedLine.MostListed, cancellationToken))
            Add(line, VacancyGround.Recused, now.DayOf(line.VacantSince!.Value));
        foreach (var line in await ledger.ListVacantAsync(VacancyGround.Pending, OwnedLine.MostListed, cancellationToken))
            Add(line, VacancyGround.Pending, now.DayOf(line.VacantSince!.Value));
        foreach (var (leader, ground, since) in Away(now, today, await ledger.ListLeaderStandingsAsync(cancellationToken)))
        {
            foreach (var line in await ledger.ListOwnedAsync(leader.Id, OwnedLine.MostListed, cancellationToken))
            {
                // Who went to another court left what he owned at the former one, and only that.
                if (ground == VacancyGround.Left && leader.Active && line.Case.Owner?.Court == leader.Court)
                    continue;
                // He may have come to own it while he was away already, by joining or an import.
                var owned = now.DayOf(line.Since!.Value);
                Add(line, ground, owned > since ? owned : since);
            }
        }
        return [.. found.Values.OrderBy(c => c.Place, StringComparer.Ordinal)];
    }

    /// <summary>Leaders on long leave on a day.</summary>
    public async Task<ImmutableArray<LeaderId>> OnLongLeaveAsync(DateOnly today, CancellationToken cancellationToken) =>
        [.. (await ledger.ListLeaderStandingsAsync(cancellationToken)).Where(l => l.Leave?.Covers(today) == true).Select(l => l.Leader)];

    private static IEnumerable<(Leader Leader, VacancyGround Ground, DateOnly Since)> Away(
        CitySnapshot now, DateOnly today, ImmutableArray<LeaderLine> standings)
    {
        foreach (var leader in now.Document.Leaders)
        {
            var standing = standings.FirstOrDefault(s => s.Leader == leader.Id);
            // A first city document may already hold leaders who left before the system began.
            if (!leader.Active)
                yield return (leader, VacancyGround.Left, standing?.LeftAt is { } left ? now.DayOf(left) : DateOnly.MinValue);
            else if (standing?.Leave is { } leave && leave.Covers(today))
                yield return (leader, VacancyGround.LongLeave, leave.From);
            else if (standing?.LeftAt is { } moved)
                yield return (leader, VacancyGround.Left, now.DayOf(moved));
        }
    }
}

/// <summary>An open case without an active owner.</summary>
/// <param name="Office">Court whose petition office must see to it.</param>
/// <param name="Since">City day on which it began.</param>
/// <param name="Due">By the end of this day an owner must have been named.</param>
public sealed record OwnerlessCase(OwnedLine Line, CourtId Office, VacancyGround Ground, DateOnly Since, WorkingDay Due)
{
    /// <summary>Where it stands in the list, ordinally: by the day it began, then by its case. It stays while the list changes.</summary>
    public string Place { get; } = string.Create(CultureInfo.InvariantCulture, $"{Since:yyyyMMdd}.{Line.Case.Case.Guid:N}");

    public static bool IsPlace(string text) =>
        text is { Length: 41 } && text[8] == '.' && text.AsSpan(0, 8).ContainsAnyExceptInRange('0', '9') is false && Guid.TryParseExact(text.AsSpan(9), "N", out _);

    public bool IsOverdue(DateOnly today) => today > Due.Date;
}
