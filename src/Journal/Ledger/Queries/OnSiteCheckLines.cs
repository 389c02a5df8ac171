using System.Collections.Immutable;
using System.Data.Common;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.OnSiteChecks;

namespace PetitionMesh.Journal.Ledger;

/// <summary>Y5: a line of the register of on-site checks.</summary>
/// <param name="Position">Of its record.</param>
/// <param name="Inspecting">The court that checks.</param>
/// <param name="Division">Null where the whole court was checked.</param>
/// <param name="Found">How many findings of each kind, in the order of the kinds.</param>
/// <param name="DueOn">Null where there is nothing to put right.</param>
/// <param name="RectifiedOn">Null while it is not, and after it was sent back.</param>
public sealed record OnSiteCheckLine(
    OnSiteCheckId Check,
    OnSiteCheckStatus Status,
    long Position,
    CourtId Court,
    CourtId Inspecting,
    string? Division,
    CheckedRegister Register,
    DateOnly Day,
    long Shown,
    int Sampled,
    int Agreeing,
    ImmutableArray<int> Found,
    DateOnly? DueOn,
    DateOnly? RectifiedOn,
    bool? Late,
    DateOnly? PassedOn)
{
    public bool IsOverdue(DateOnly today) => Status == OnSiteCheckStatus.Open && DueOn < today;
}

/// <summary>Which lines of the register are asked for.</summary>
/// <param name="From">Of the check, as <paramref name="To"/>.</param>
/// <param name="Seen">Only those of which this court is checked or checks.</param>
/// <param name="Overdue">Only those that are not put right though the last day has passed on <paramref name="Today"/>.</param>
/// <param name="Before">Position.</param>
public sealed record OnSiteCheckFilter(
    DateOnly From, DateOnly To, CourtId? Court, CourtId? Seen, OnSiteCheckStatus? Status, bool Overdue, DateOnly Today, long Before, int Limit);

/// <summary>Checks of one court's register.</summary>
/// <param name="Found">Findings of each kind, in the order of the kinds.</param>
/// <param name="InTime">Put right by the last day.</param>
public sealed record OnSiteCheckCount(
    CourtId Court, CheckedRegister Register, long Checks, long Sampled, long Agreeing, ImmutableArray<long> Found, long Clean, long InTime, long Late, long Open, long Overdue);

/// <summary>Turns rows of on-site checks into lines. Columns are in the order of the statements.</summary>
internal static class OnSiteCheckReading
{
    private const int FirstFound = 5;
    private static readonly int s_kinds = Enum.GetValues<FindingKind>().Length;

    public static OnSiteCheckLine Line(DbDataReader r) => Line(new OnSiteCheckRow(
        r.GetFieldValue<Guid>(0), 0, r.GetString(1), r.GetInt64(2), r.GetString(3), r.GetString(4), LineReading.Text(r, 5), r.GetString(6), r.DayAt(7), r.GetInt64(8), r.GetInt32(9),
        r.GetInt32(10), r.GetInt32(11), r.GetInt32(12), r.GetInt32(13), r.GetInt32(14), r.GetInt32(15), r.GetInt32(16), LineReading.Day(r, 17), LineReading.Day(r, 18),
        r.IsDBNull(19) ? null : r.GetBoolean(19), LineReading.Day(r, 20)));

    public static OnSiteCheckLine Line(OnSiteCheckRow r)
    {
        DateOnly? rectified = r.RectifiedOn == OnSiteCheckRow.NoDay ? null : r.RectifiedOn;
        return new(
            new OnSiteCheckId(r.Check), Word<OnSiteCheckStatus>.Parse(r.Status!), r.Position!.Value, new CourtId(r.Court!), new CourtId(r.Inspecting!), r.Division,
            Word<CheckedRegister>.Parse(r.Register!), r.Day!.Value, r.Shown!.Value, r.Sampled!.Value, r.Agreeing!.Value,
            [r.Missing!.Value, r.Wrong!.Value, r.EnteredLate!.Value, r.Unhandled!.Value, r.Incomplete!.Value, r.Other!.Value], r.DueOn, rectified, rectified is null ? null : r.RectifiedLate,
            r.PassedOn);
    }

    public static OnSiteCheckCount Count(DbDataReader r) => new(
        new CourtId(r.GetString(0)), Word<CheckedRegister>.Parse(r.GetString(1)), r.GetInt64(2), r.GetInt64(3), r.GetInt64(4),
        [.. Enumerable.Range(FirstFound, s_kinds).Select(r.GetInt64)], r.GetInt64(FirstFound + s_kinds), r.GetInt64(FirstFound + s_kinds + 1), r.GetInt64(FirstFound + s_kinds + 2),
        r.GetInt64(FirstFound + s_kinds + 3), r.GetInt64(FirstFound + s_kinds + 4));
}
