using System.Collections.Immutable;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Journal.Ledger.Memory;

/// <summary>The case lists of the memory ledger.</summary>
internal static class MemoryCases
{
    private static readonly string[] Running = ["pending", "open", "reopened"];

    public static CasePage List(LedgerChanges rows, CaseFilter filter)
    {
        var listed = All(rows, filter).Take(filter.Bound + 1).ToList();
        var page = listed.Take(filter.Bound).ToList();
        return new CasePage([.. page.Select(c => Line(c.Case))], listed.Count > page.Count ? page[^1].Place : null);
    }

    /// <summary>Every case that fits, newest first.</summary>
    public static IEnumerable<(CaseFileRow Case, long Place)> All(LedgerChanges rows, CaseFilter filter)
    {
        // Like the SQL stores: a court's own ledger is in the order in which it began to take part, every other by opening.
        var due = filter.Due is { } asked ? MemoryClocks.Cases(rows, asked).ToHashSet() : null;
        var orderedBy = filter is { Number: null, Owner: null, Due: null } ? filter.VisibleTo ?? filter.Court : null;
        var numbered = filter.Number is { } number
            ? Follow(rows, rows.CaseFiles.Rows.Where(c => c.Number == number.Value).Select(c => c.Case)).Select(c => c.Case.Guid).ToHashSet()
            : null;
        var after = filter.After ?? long.MaxValue;
        return rows.CaseFiles.Rows
            .Where(c => c.JoinedInto is null)
            .Where(c => due is null || due.Contains(c.Case))
            .Where(c => filter.Status is not { } status || c.Status == Word<CaseStatus>.Of(status))
            .Where(c => filter.Owner is not { } owner || c.Owner == owner.Value)
            .Where(c => numbered is null || numbered.Contains(c.Case))
            .Where(c => filter.VisibleTo is not { } court || TakesPart(rows, c, court) is not null)
            .Where(c => filter.Court is not { } court || TakesPart(rows, c, court) is not null)
            .Select(c => (Case: c, Place: orderedBy is { } court ? TakesPart(rows, c, court)!.Since : c.Opened!.Value))
            .Where(c => c.Place < after)
            .OrderByDescending(c => c.Place);
    }

    /// <summary>These cases, or the older ones they were joined into, each once.</summary>
    public static ImmutableArray<CaseLine> Follow(LedgerChanges rows, IEnumerable<Guid> cases) =>
        [.. cases.Select(c => Oldest(rows, c)).OfType<CaseFileRow>().DistinctBy(c => c.Case).Select(Line)];

    public static ImmutableArray<CourtId> CourtsOf(LedgerChanges rows, Guid @case)
    {
        var joined = new HashSet<Guid> { @case };
        while (rows.CaseFiles.Rows.Any(c => c.JoinedInto is { } older && joined.Contains(older) && joined.Add(c.Case)))
        {
        }

        return
        [
            .. rows.CaseCourts.Rows.Where(c => joined.Contains(c.Case))
                .GroupBy(c => c.Court)
                .OrderBy(g => g.Min(c => c.Since))
                .ThenBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new CourtId(g.Key)),
        ];
    }

    public static OwnedCases CountOwned(LedgerChanges rows, string owner)
    {
        var owned = rows.CaseFiles.Rows.Where(c => c.Owner == owner && c.JoinedInto is null).ToList();
        return new OwnedCases(owned.Count, owned.Count(c => Running.Contains(c.Status)));
    }

    private static CaseFileRow? Oldest(LedgerChanges rows, Guid @case)
    {
        var found = rows.CaseFiles.Find(@case);
        while (found?.JoinedInto is { } older)
            found = rows.CaseFiles.Find(older);
        return found;
    }

    private static CaseCourtRow? TakesPart(LedgerChanges rows, CaseFileRow @case, CourtId court) =>
        rows.CaseCourts.Find((@case.Case, court.Value));

    public static CaseLine Line(CaseFileRow row) => new(
        new CaseId(row.Case),
        row.Number is { } number ? CaseNumber.Parse(number) : null,
        new CourtId(row.Court!),
        Word<CaseStatus>.Parse(row.Status!),
        row.Owner is { } owner
            ? new OwnerOfCase(new LeaderId(owner), new CourtId(row.OwnerCourt!), Word<OwnerOrigin>.Parse(row.OwnerOrigin!))
            : null,
        row.Receptions!.Value,
        row.OpenedOn!.Value,
        row.LastReceptionOn,
        row.EndedOn,
        row.EndingGround is { } ground ? Word<EndingGround>.Parse(ground) : null,
        row.Imported is { } unit ? new CourtId(unit) : null,
        row.LongStanding!.Value,
        row.Updated,
        row.AnswerDue == CaseFileRow.OwnClock ? null : row.AnswerDue,
        row.HeldSince);
}
