using System.Collections.Immutable;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;
using PetitionMesh.Grains.Rosters;

namespace PetitionMesh.Gateway.Rosters;

/// <summary>A leader on the roster.</summary>
internal sealed record DutyLeaderView(string LeaderId, string Name, string Post, string Court)
{
    public static DutyLeaderView Of(LeaderId id, CitySnapshot city) => city.Leader(id) is { } leader
        ? new(id.Value, leader.Name, leader.Post, leader.Court.Value)
        : new(id.Value, id.Value, "", "");
}

/// <summary>One shift (带班领导、信访值班人员、换班情况).</summary>
/// <param name="InsteadOf">W16: who had the shift before a swap.</param>
internal sealed record ShiftView(
    ShiftKind Shift, DutyLeaderView Leader, DateTimeOffset From, DateTimeOffset To, DutyLeaderView? InsteadOf, string? Staff, string? Topic)
{
    public static ShiftView Of(Duty duty, CitySnapshot city) => new(
        duty.Kind,
        DutyLeaderView.Of(duty.Leader, city),
        city.InCity(duty.From),
        city.InCity(duty.To),
        duty.InsteadOf is { } before ? DutyLeaderView.Of(before, city) : null,
        duty.Staff,
        duty.Topic);
}

/// <summary>What is missing: a shift without leader (W17), or a day without a court leader (J2).</summary>
internal sealed record GapView(DateOnly Date, ShiftKind? Shift, string Rule, string Message)
{
    public static GapView Of(Gap gap) => new(gap.Date, gap.Kind, gap.Rule, gap.Words);
}

/// <summary>A day of the roster.</summary>
/// <param name="Day"><c>working</c>, <c>off</c>, or <c>provisional</c> where the year has no official calendar yet.</param>
internal sealed record RosterDayView(DateOnly Date, string Weekday, string Day, ImmutableArray<ShiftView> Shifts);

/// <summary>A month within the answer: its version in force, 0 while it is a draft.</summary>
internal sealed record RosterMonthView(string Month, int Version, bool Provisional);

/// <summary>W17: a period in which leaders of the intermediate court serve at linked courts.</summary>
internal sealed record SensitivePeriodView(string Name, DateOnly From, DateOnly To);

/// <summary>A day on which a leader is away.</summary>
internal sealed record LeaveView(string Leader, DateOnly Date);

/// <summary>Answer of <c>GET /api/rosters/{court}</c>.</summary>
/// <param name="Dress">W17: what is worn on duty.</param>
/// <param name="Leave">For the petition offices; empty for others.</param>
internal sealed record RosterRangeView(
    string Court,
    DateOnly From,
    DateOnly To,
    string Dress,
    ImmutableArray<RosterMonthView> Months,
    ImmutableArray<RosterDayView> Days,
    ImmutableArray<GapView> Gaps,
    ImmutableArray<SensitivePeriodView> SensitivePeriods,
    ImmutableArray<LeaveView> Leave);

/// <summary>W16: a swap and where it stands.</summary>
internal sealed record SwapView(
    string SwapId,
    SwapStatus Status,
    DutyLeaderView Proposer,
    DutyLeaderView Counterpart,
    SwapShiftView Mine,
    SwapShiftView Theirs,
    DateTimeOffset ProposedAt,
    DateTimeOffset? SettledAt,
    string? Why)
{
    public static SwapView Of(SwapStanding swap, CitySnapshot city) => new(
        swap.Swap.Value,
        swap.Status,
        DutyLeaderView.Of(swap.Proposer, city),
        DutyLeaderView.Of(swap.Counterpart, city),
        new SwapShiftView(swap.Mine.Date, swap.Mine.Kind),
        new SwapShiftView(swap.Theirs.Date, swap.Theirs.Kind),
        swap.ProposedAt,
        swap.SettledAt,
        swap.Why);
}

internal sealed record SwapShiftView(DateOnly Date, ShiftKind Shift);

/// <summary>Swaps of a court, oldest first.</summary>
internal sealed record SwapListView(ImmutableArray<SwapView> Items, string? Next = null);

/// <summary>How a roster stands after an act.</summary>
internal sealed record RosterResultView(
    string Court, string Month, int Version, bool Provisional, int Shifts, ImmutableArray<GapView> Gaps, SwapView? Swap)
{
    public static RosterResultView Of(RosterAnswer answer, CitySnapshot city) => new(
        answer.Roster.Court.Value,
        RosterId.MonthText(answer.Roster.Month),
        answer.Version,
        answer.Provisional,
        answer.Shifts,
        [.. answer.Gaps.Select(GapView.Of)],
        answer.Swap is { } swap ? SwapView.Of(swap, city) : null);
}

/// <summary>The rosters that an act touched.</summary>
internal sealed record RosterResultsView(ImmutableArray<RosterResultView> Rosters);
