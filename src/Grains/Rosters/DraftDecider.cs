using System.Collections.Immutable;
using PetitionMesh.Grains.City;

namespace PetitionMesh.Grains.Rosters;

/// <summary>The automatic draft of a month: what stays, who is free, and what the fair draft makes of it.</summary>
internal static class DraftDecider
{
    public static Decision<RosterEvent> Draft(RosterState state, RosterGround ground, ImmutableArray<OpenCases> openCases)
    {
        var kept = state.Duties.Values.Where(d => Stays(state, d, ground)).ToDictionary(d => d.Key);
        foreach (var guest in Guests(state, kept, ground))
            kept.Add(guest.Key, guest);
        var drafted = FairDraft.Of(Candidates(kept, ground, openCases), Days(state, kept, ground))
            .Select(s => ground.DutyOf(s.Shift, ground.City.Leader(s.Leader)!, byHand: false));
        var after = kept.Values.Concat(drafted).ToDictionary(d => d.Key);
        ImmutableArray<Duty> set = [.. after.Values.Where(d => !d.Equals(state.Duties.GetValueOrDefault(d.Key))).OrderBy(d => d.Key)];
        ImmutableArray<ShiftKey> cleared = [.. state.Duties.Keys.Where(k => !after.ContainsKey(k))];
        return state.IsDrafted && set.IsEmpty && cleared.IsEmpty
            ? []
            : [new RosterEvent.Drafted(ground.Roster, set, cleared, ground.Days.Any(d => d.IsProvisional), RosterDecider.Next(state))];
    }

    /// <summary>What is published, arranged by hand or no half-day shift is not the draft's to move.</summary>
    private static bool Stays(RosterState state, Duty duty, RosterGround ground) =>
        state.IsPublished || !duty.Kind.IsHalfDay() || (duty.ByHand && ground.Works(duty.Date));

    /// <summary>A published shift that has begun without leader stays a gap: a draft makes no history.</summary>
    private static ImmutableArray<ShiftKind> OpenOn(DateOnly day, RosterState state, Dictionary<ShiftKey, Duty> kept, RosterGround ground) =>
    [
        .. ShiftHours.OfWorkingDay.ToArray().Where(kind =>
            !kept.ContainsKey(new ShiftKey(day, kind))
            && (!state.IsPublished || ground.City.At(day, ShiftHours.Of(kind).From) > ground.Now)),
    ];

    /// <summary>W17: in a sensitive period the leaders whom the intermediate court sends here have the first open shifts of the day.</summary>
    private static List<Duty> Guests(RosterState state, Dictionary<ShiftKey, Duty> kept, RosterGround ground)
    {
        var duties = new List<Duty>();
        Leader[] linked = [.. ground.City.Document.Leaders
            .Where(l => l.Court != ground.Roster.Court && l.LinkedCourts.Contains(ground.Roster.Court))
            .OrderBy(l => l.Id.Value, StringComparer.Ordinal)];
        foreach (var day in ground.Days)
        {
            var free = linked.Where(l => IsFree(l, day.Date, state, kept, ground));
            duties.AddRange(OpenOn(day.Date, state, kept, ground).Zip(free, (kind, guest) => ground.DutyOf(new ShiftKey(day.Date, kind), guest, byHand: false)));
        }
        return duties;
    }

    private static ImmutableArray<FairDraft.Candidate> Candidates(
        Dictionary<ShiftKey, Duty> kept, RosterGround ground, ImmutableArray<OpenCases> openCases)
    {
        var owned = openCases.ToDictionary(o => o.Leader, o => o.Count);
        var own = ground.City.Document.Leaders.Where(l => l.Active && l.Court == ground.Roster.Court).OrderBy(l => l.Id.Value, StringComparer.Ordinal).ToArray();

        // Who owns as much as another gives way to him in turn from month to month.
        var month = (ground.Roster.Month.Year * 12) + ground.Roster.Month.Month;
        var burdens = own
            .Select((l, place) => (l.Id, Owned: owned.GetValueOrDefault(l.Id), Turn: (place + month) % own.Length))
            .OrderBy(l => l.Owned)
            .ThenBy(l => l.Turn)
            .Select((l, burden) => (l.Id, burden))
            .ToDictionary(l => l.Id, l => l.burden);
        return
        [
            .. own.Select(l => new FairDraft.Candidate(
                l.Id,
                l.IsCourtLeader(),
                kept.Values.Count(d => d.Leader == l.Id && d.Kind.IsHalfDay()),
                burdens[l.Id],
                kept.Values.Count(d => d.Leader == l.Id && d.Kind == ShiftKind.Morning))),
        ];
    }

    private static ImmutableArray<FairDraft.Day> Days(RosterState state, Dictionary<ShiftKey, Duty> kept, RosterGround ground) =>
    [
        .. ground.Days
            .Select(day => new FairDraft.Day(
                day.Date,
                OpenOn(day.Date, state, kept, ground),
                !Coverage.HasCourtLeader(kept.Values.Where(d => d.Date == day.Date), ground),
                [.. ground.City.Document.Leaders.Where(l => l.Court == ground.Roster.Court && IsFree(l, day.Date, state, kept, ground)).Select(l => l.Id)]))
            .Where(day => !day.Open.IsEmpty),
    ];

    private static bool IsFree(Leader leader, DateOnly day, RosterState state, Dictionary<ShiftKey, Duty> kept, RosterGround ground) =>
        ground.CanServe(state, leader, day) && !kept.Values.Any(d => d.Date == day && d.Leader == leader.Id);
}
