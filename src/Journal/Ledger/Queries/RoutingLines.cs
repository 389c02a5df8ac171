using System.Data.Common;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Routings;

namespace PetitionMesh.Journal.Ledger;

/// <summary>Y2, Y3: a line of the register of routing slips.</summary>
/// <param name="Position">Of its registration.</param>
/// <param name="Day">Of the receipt (Y2) or the search (Y3).</param>
/// <param name="Late">Null while it is not routed.</param>
/// <param name="Related">Null where no related matter was found.</param>
/// <param name="EnforcedFen">Y3: in 1/100 yuan.</param>
public sealed record RoutingLine(
    RoutingId Routing,
    RoutingStatus Status,
    long Position,
    CourtId Court,
    RoutingKind Kind,
    RoutingGround? Ground,
    CaseNumber Number,
    DateOnly Day,
    DateOnly DueOn,
    DateOnly? RoutedOn,
    bool? Late,
    CaseNumber? Related,
    Official? Receiver,
    DateOnly? ObjectUntil,
    ObjectionTally Tally,
    long? EnforcedFen,
    DateOnly? EnforcedOn)
{
    /// <summary>How the limit to route stands; null once the slip was withdrawn.</summary>
    public ClockState? DueState(DateOnly today) =>
        Status == RoutingStatus.Withdrawn ? null : Late switch { true => ClockState.MetLate, false => ClockState.Met, null => WatchedClock.StateOn(DueOn, today) };
}

/// <summary>Which lines of the register are asked for.</summary>
/// <param name="From">Of the receipt (Y2) or the search (Y3), as <paramref name="To"/>.</param>
/// <param name="Due">How the limit to route stands on <paramref name="Today"/>.</param>
/// <param name="Before">Position.</param>
public sealed record RoutingFilter(
    DateOnly From, DateOnly To, CourtId? Court, RoutingKind? Kind, RoutingStatus? Status, ClockState? Due, DateOnly Today, long Before, int Limit);

/// <summary>Slips of one court and kind.</summary>
/// <param name="Missed">Those of <paramref name="Objections"/> that name a first judge or officer whom the search missed.</param>
/// <param name="Enforced">Matters with their first officer of which something was enforced.</param>
public sealed record RoutingCount(
    CourtId Court, RoutingKind Kind, long Registered, long Routed, long InTime, long Late, long Overdue, long Objections, long Missed, long Granted, long Refused, long Settled,
    long Enforced, long EnforcedFen);

/// <summary>Turns rows of routing slips into lines. Columns are in the order of the statements.</summary>
internal static class RoutingReading
{
    public static RoutingLine Line(DbDataReader r) => Line(new RoutingRow(
        r.GetFieldValue<Guid>(0),
        0,
        r.GetString(1),
        r.GetInt64(2),
        r.GetString(3),
        r.GetString(4),
        LineReading.Text(r, 5),
        r.GetString(6),
        r.DayAt(7),
        r.DayAt(8),
        r.IsDBNull(9) ? null : r.DayAt(9),
        r.IsDBNull(10) ? null : r.GetBoolean(10),
        LineReading.Text(r, 11),
        LineReading.Text(r, 12),
        LineReading.Text(r, 13),
        r.IsDBNull(14) ? null : r.DayAt(14),
        r.GetInt32(15),
        r.GetInt32(16),
        r.GetInt32(17),
        r.GetInt32(18),
        r.GetInt32(19),
        r.IsDBNull(20) ? null : r.GetInt64(20),
        r.IsDBNull(21) ? null : r.DayAt(21)));

    public static RoutingLine Line(RoutingRow r) => new(
        new RoutingId(r.Routing),
        Word<RoutingStatus>.Parse(r.Status!),
        r.Position!.Value,
        new CourtId(r.Court!),
        Word<RoutingKind>.Parse(r.Kind!),
        r.Ground is { Length: > 0 } ground ? Word<RoutingGround>.Parse(ground) : null,
        CaseNumber.Parse(r.Number!),
        r.Day!.Value,
        r.DueOn!.Value,
        r.RoutedOn,
        r.Late,
        string.IsNullOrEmpty(r.Related) ? null : CaseNumber.Parse(r.Related),
        r.Receiver is { } name ? new Official(name, r.Division!) : null,
        r.ObjectUntil,
        new ObjectionTally(r.Objections!.Value, r.Missed!.Value, r.Granted!.Value, r.Refused!.Value, r.Settled!.Value),
        r.EnforcedFen,
        r.EnforcedOn);

    public static RoutingCount Count(DbDataReader r) => new(
        new CourtId(r.GetString(0)), Word<RoutingKind>.Parse(r.GetString(1)), r.GetInt64(2), r.GetInt64(3), r.GetInt64(4), r.GetInt64(5), r.GetInt64(6), r.GetInt64(7), r.GetInt64(8),
        r.GetInt64(9), r.GetInt64(10), r.GetInt64(11), r.GetInt64(12), r.GetInt64(13));
}
