using System.Collections.Immutable;
using System.Data.Common;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.ErrandDesks;

namespace PetitionMesh.Journal.Ledger;

/// <summary>Y6: a stuck-errand desk.</summary>
/// <param name="Officer">专人, of a closed desk the last one.</param>
/// <param name="ClosedOn">Null while it is open.</param>
/// <param name="Reason">Why it has this officer, or why it was closed; null while the first one sits there.</param>
public sealed record ErrandDeskLine(
    ErrandDeskId Desk, CourtId Court, string Name, string? Place, string Officer, DateOnly OfficerSince, DateOnly OpenedOn, DateOnly? ClosedOn, string? Reason);

/// <summary>Y6: a line of the register of complaints.</summary>
/// <param name="Position">Of its registration.</param>
/// <param name="Officer">Of the desk, when it took the complaint.</param>
/// <param name="Day">接收日期.</param>
/// <param name="Division">Null before the circulation, as is <paramref name="DueOn"/>.</param>
/// <param name="Late">Null while it is not checked, as is <paramref name="Outcome"/>.</param>
/// <param name="Found">Forbidden conduct that the check found.</param>
public sealed record ComplaintLine(
    ComplaintId Complaint,
    ComplaintStatus Status,
    long Position,
    CourtId Court,
    ErrandDeskId Desk,
    string DeskName,
    string Officer,
    Channel Channel,
    DateOnly Day,
    string? Division,
    DateOnly? DueOn,
    DateOnly? CheckedOn,
    bool? Late,
    CheckOutcome? Outcome,
    ImmutableArray<ForbiddenConduct> Found,
    DateOnly? AnsweredOn,
    string? AnsweredBy)
{
    /// <summary>How the limit to check stands; null before the circulation.</summary>
    public ClockState? DueState(DateOnly today) =>
        Late switch { true => ClockState.MetLate, false => ClockState.Met, null => DueOn is { } due ? WatchedClock.StateOn(due, today) : null };
}

/// <summary>Which lines of the register are asked for.</summary>
/// <param name="From">Of the receipt, as <paramref name="To"/>.</param>
/// <param name="Due">How the limit to check stands on <paramref name="Today"/>.</param>
/// <param name="Before">Position.</param>
public sealed record ComplaintFilter(
    DateOnly From, DateOnly To, CourtId? Court, ErrandDeskId? Desk, ComplaintStatus? Status, ClockState? Due, DateOnly Today, long Before, int Limit);

/// <summary>Complaints of one desk.</summary>
/// <param name="Overdue">The last day of the check has passed and they are not checked.</param>
/// <param name="Found">How often each conduct was found, in the order of the list.</param>
public sealed record ComplaintCount(
    CourtId Court,
    ErrandDeskId Desk,
    string DeskName,
    long Received,
    long Circulated,
    long Checked,
    long Founded,
    long PartlyFounded,
    long Unfounded,
    long Answered,
    long Overdue,
    ImmutableArray<long> Found);

/// <summary>Turns rows of desks and complaints into lines. Columns are in the order of the statements.</summary>
internal static class ComplaintReading
{
    private const int FirstConduct = 11;

    private static readonly int s_conducts = Enum.GetValues<ForbiddenConduct>().Length;

    public static ErrandDeskLine Desk(DbDataReader r) => Desk(new ErrandDeskRow(
        r.GetFieldValue<Guid>(0), 0, null, r.GetString(1), r.GetString(2), LineReading.Text(r, 3), r.GetString(4), r.DayAt(5), r.DayAt(6), LineReading.Day(r, 7), LineReading.Text(r, 8)));

    public static ErrandDeskLine Desk(ErrandDeskRow r) =>
        new(new ErrandDeskId(r.Desk), new CourtId(r.Court!), r.Name!, r.Place, r.Officer!, r.OfficerSince!.Value, r.OpenedOn!.Value, r.ClosedOn, r.Reason);

    public static ComplaintLine Line(DbDataReader r) => Line(new ComplaintRow(
        r.GetFieldValue<Guid>(0),
        0,
        r.GetString(1),
        r.GetInt64(2),
        r.GetString(3),
        r.GetFieldValue<Guid>(4),
        r.GetString(5),
        r.GetString(6),
        r.GetString(7),
        r.DayAt(8),
        LineReading.Text(r, 9),
        LineReading.Day(r, 10),
        LineReading.Day(r, 11),
        r.IsDBNull(12) ? null : r.GetBoolean(12),
        LineReading.Text(r, 13),
        LineReading.Text(r, 14),
        LineReading.Day(r, 15),
        LineReading.Text(r, 16)));

    public static ComplaintLine Line(ComplaintRow r) => new(
        new ComplaintId(r.Complaint),
        Word<ComplaintStatus>.Parse(r.Status!),
        r.Position!.Value,
        new CourtId(r.Court!),
        new ErrandDeskId(r.Desk!.Value),
        r.DeskName!,
        r.Officer!,
        Word<Channel>.Parse(r.Channel!),
        r.Day!.Value,
        r.Division,
        r.DueOn,
        r.CheckedOn,
        r.Late,
        r.Outcome is { } outcome ? Word<CheckOutcome>.Parse(outcome) : null,
        Marked.ReadWords<ForbiddenConduct>(r.Found),
        r.AnsweredOn,
        r.AnsweredBy);

    public static ComplaintCount Count(DbDataReader r) => new(
        new CourtId(r.GetString(0)), new ErrandDeskId(r.GetFieldValue<Guid>(1)), r.GetString(2), r.GetInt64(3), r.GetInt64(4), r.GetInt64(5), r.GetInt64(6), r.GetInt64(7),
        r.GetInt64(8), r.GetInt64(9), r.GetInt64(10), [.. Enumerable.Range(FirstConduct, s_conducts).Select(r.GetInt64)]);
}
