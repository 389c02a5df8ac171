using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Grains.Rosters;

/// <summary>
/// What has happened to a court's roster of one month. Names and fields are on disk: add to them, never change them. Whatever moves duty says in
/// <c>Cleared</c> which shifts lose their leader and in <c>Set</c> who has which shift now; <c>Version</c> is the published version from then on,
/// 0 while nothing is published.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(Drafted), "roster.drafted.v1")]
[JsonDerivedType(typeof(Published), "roster.published.v1")]
[JsonDerivedType(typeof(DayArranged), "roster.day-arranged.v1")]
[JsonDerivedType(typeof(LeaveTaken), "roster.leave-taken.v1")]
[JsonDerivedType(typeof(LeaveEnded), "roster.leave-ended.v1")]
[JsonDerivedType(typeof(SensitivePeriodDeclared), "roster.sensitive-period-declared.v1")]
[JsonDerivedType(typeof(SensitivePeriodWithdrawn), "roster.sensitive-period-withdrawn.v1")]
[JsonDerivedType(typeof(SwapProposed), "roster.swap-proposed.v1")]
[JsonDerivedType(typeof(SwapAccepted), "roster.swap-accepted.v1")]
[JsonDerivedType(typeof(SwapDeclined), "roster.swap-declined.v1")]
[JsonDerivedType(typeof(SwapLapsed), "roster.swap-lapsed.v1")]
public abstract record RosterEvent
{
    /// <summary>Shifts were given out automatically, each leader in turn.</summary>
    /// <param name="Provisional">W17: the year has no official calendar yet; working days are Monday to Friday until it is loaded.</param>
    public sealed record Drafted(
        RosterId Roster, ImmutableArray<Duty> Set, ImmutableArray<ShiftKey> Cleared, bool Provisional, int Version) : RosterEvent;

    /// <summary>W16: on the intranet and the screen from now on. Whatever changes later is a new version.</summary>
    public sealed record Published(RosterId Roster, int Version) : RosterEvent;

    /// <summary>The petition office arranged a day.</summary>
    public sealed record DayArranged(
        RosterId Roster, DateOnly Date, ImmutableArray<Duty> Set, ImmutableArray<ShiftKey> Cleared, string? Reason, int Version) : RosterEvent;

    /// <summary>A leader is away, both days included and within this month. Shifts of his that had not begun are vacant.</summary>
    public sealed record LeaveTaken(
        RosterId Roster, LeaderId Leader, DateOnly From, DateOnly To, ImmutableArray<ShiftKey> Cleared, int Version) : RosterEvent;

    public sealed record LeaveEnded(RosterId Roster, LeaderId Leader, DateOnly From, DateOnly To) : RosterEvent;

    /// <summary>W17: leaders of the intermediate court serve at their linked courts. Shifts that counted on them elsewhere are vacant.</summary>
    public sealed record SensitivePeriodDeclared(
        RosterId Roster, SensitivePeriod Period, ImmutableArray<ShiftKey> Cleared, int Version) : RosterEvent;

    public sealed record SensitivePeriodWithdrawn(RosterId Roster, string Name, ImmutableArray<ShiftKey> Cleared, int Version) : RosterEvent;

    /// <summary>W16: one leader asks another to swap. Stands in both rosters when the shifts are in two months.</summary>
    public sealed record SwapProposed(
        RosterId Roster, SwapId Swap, LeaderId Proposer, LeaderId Counterpart, ShiftKey Mine, ShiftKey Theirs, DateTimeOffset At) : RosterEvent;

    /// <summary>W16: both agreed and the office was told in time. Moves future duty and never past ownership.</summary>
    /// <param name="Set">This roster's side of it.</param>
    /// <param name="NoticeHours">Hours of notice that were required.</param>
    public sealed record SwapAccepted(
        RosterId Roster, SwapId Swap, ImmutableArray<Duty> Set, int NoticeHours, DateTimeOffset At, int Version) : RosterEvent;

    /// <param name="By">Which of the two said no.</param>
    public sealed record SwapDeclined(RosterId Roster, SwapId Swap, LeaderId By, DateTimeOffset At) : RosterEvent;

    /// <summary>One of its shifts moved first.</summary>
    public sealed record SwapLapsed(RosterId Roster, SwapId Swap, string Why, DateTimeOffset At) : RosterEvent;

    private RosterEvent()
    {
    }
}
