using System.Data.Common;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Journal.Ledger;

/// <summary>S1: a limit that a week follows up, with the matter it belongs to.</summary>
/// <param name="Court">Where it counts.</param>
/// <param name="ChangedOn">City day of the last change of <paramref name="Standing"/>: of a limit that is met, the day on which it was.</param>
/// <param name="Owner">Of the matter now; null where it has none.</param>
public sealed record FollowUpLine(
    CaseId Case,
    ClockId Clock,
    ClockKind Kind,
    string Rule,
    CourtId Court,
    ClockStanding Standing,
    DateOnly StartedOn,
    DateOnly DueOn,
    DateOnly ChangedOn,
    CaseNumber? Number,
    LeaderId? Owner);

/// <summary>W8: a summons that nobody answered in its time, or whose meeting did not take place; still so, of a matter that runs.</summary>
/// <param name="Place">That called.</param>
/// <param name="Status"><see cref="SummonsStatus.Escalated"/> or <see cref="SummonsStatus.Missed"/>.</param>
/// <param name="MeetingAt">When they were to meet.</param>
public sealed record UnansweredLine(
    SummonsId Summons, CaseId Case, CaseNumber? Number, CourtId Place, LeaderId Leader, SummonsStatus Status, DateTimeOffset SentAt, DateTimeOffset? MeetingAt);

/// <summary>Turns rows of the statements of the follow-up list into lines. Columns are in the order of the statements.</summary>
internal static class FollowUpReading
{
    public static FollowUpLine Limit(DbDataReader r) => new(
        new CaseId(r.GetFieldValue<Guid>(0)),
        new ClockId(r.GetString(1)),
        Word<ClockKind>.Parse(r.GetString(2)),
        r.GetString(3),
        new CourtId(r.GetString(4)),
        Word<ClockStanding>.Parse(r.GetString(5)),
        r.DayAt(6),
        r.DayAt(7),
        r.DayAt(8),
        LineReading.Text(r, 9) is { } number ? CaseNumber.OfStored(number) : null,
        LineReading.Text(r, 10) is { } owner ? new LeaderId(owner) : null);

    public static UnansweredLine Unanswered(DbDataReader r) => new(
        new SummonsId(r.GetFieldValue<Guid>(0)),
        new CaseId(r.GetFieldValue<Guid>(1)),
        LineReading.Text(r, 2) is { } number ? CaseNumber.OfStored(number) : null,
        new CourtId(r.GetString(3)),
        new LeaderId(r.GetString(4)),
        Word<SummonsStatus>.Parse(r.GetString(5)),
        r.InstantAt(6),
        LineReading.Instant(r, 7));
}
