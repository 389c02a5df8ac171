using System.Globalization;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Grains.Cases.Acts;

/// <summary>J5: a superior body sends a case down, and the unit puts it on its ledger. Neither changes an owner that is fixed (W3).</summary>
internal static class AssignmentDecider
{
    private static readonly ClockKind[] Limits = [ClockKind.Enter, ClockKind.Meet, ClockKind.Progress, ClockKind.Close];

    public static Decision<CaseEvent> Assign(CaseState state, CaseCommand.Act act)
    {
        var ground = act.Ground;
        var received = act.Facts.Instant("receivedAt")!.Value;
        var unit = new CourtId(act.Facts.Value("unit")!);
        var document = act.Facts.Value("documentNumber")!;
        var source = act.Facts.Value("source")!;
        if (state.Work.Assignment is { } known && known.Unit == unit && known.DocumentNumber == document && known.Source == source)
            return [];
        if (act.Facts.Value("division") is { } division && ground.City.Court(unit)?.Divisions.Contains(division) != true)
            return Refusal.Breaks("unknown-division", "J5", "承办单位没有这个部门，请核对。", "division");
        var draft = new CaseDraft(state);
        if (state.Work.Assignment is { } former && former.Unit != unit)
            draft.Stop(c => Limits.Contains(c.Clock.Kind), ground); // From now on they are the new unit's to keep.
        var on = ground.City.DayOf(received);
        draft.Tell(new CaseEvent.Assigned(
            state.Id, act.Id, state.Work.Done.GetValueOrDefault(CaseAct.Assign) + 1, source, document, received, on, unit,
            act.Facts.Value("division"), act.Facts.Flag("urgent")));
        FixOwner(draft, act);
        var own = OwnLimits(act);
        foreach (var kind in source == "congress" ? [.. Limits, ClockKind.Congress] : Limits)
        {
            var limit = ground.Terms.Limit(kind, unit);
            var started = draft.Start(own.TryGetValue(kind, out var days) ? limit with { Amount = days, Unit = LimitUnit.CalendarDays } : limit, on, ground.Terms);
            // J5 counts from receipt: what was done since then counts, though the assignment was entered after it.
            if (DoneSince(state, kind, received) is { } done)
                draft.Meet(c => c.Clock.Id == started, ground.City.DayOf(done), ground);
        }
        draft.NoteMissed(ground);
        return draft.Decision;
    }

    private static DateTimeOffset? DoneSince(CaseState state, ClockKind kind, DateTimeOffset received) => state.Work.Timed
        .Where(done => done.At >= received && ActForms.Of(done.Act).Meets.Contains(kind)).Min(done => (DateTimeOffset?)done.At);

    public static Decision<CaseEvent> Enter(CaseState state, CaseCommand.Act act)
    {
        if (IsOfAnother(state, act))
            return Refusal.Breaks("owner-of-another", "J5", "只能指定本院领导或中院领导包案；由其他法院领导包案的，请报中院信访局指定。", "owner");
        var draft = new CaseDraft(state);
        FixOwner(draft, act);
        if (draft.State.Owner is null)
            return Refusal.Breaks("owner-missing", "J5", "建账须有包案领导；尚未确定的，请在 owner 中指定。", "owner");
        draft.Tell(new CaseEvent.Entered(
            state.Id,
            act.Id,
            state.Work.Assignment?.Number ?? 0,
            act.Ground.Today,
            new LeaderId(act.Facts.Value("responsibleLeader")!),
            act.Facts.Value("handler")!,
            act.Facts.Value("contact")!,
            act.Facts.Value("team")));
        draft.Meet(ClockKind.Enter, act.Ground);
        return draft.Decision;
    }

    /// <summary>W3: for good, so no court may give its case away to another's leader; only the supervisor places a case where he sees fit.</summary>
    private static bool IsOfAnother(CaseState state, CaseCommand.Act act) =>
        state.Owner is null && act.Actor.Role != Role.Supervisor && act.Facts.Value("owner") is { } named
        && !Approvers.IsOfOrAbove(act.Ground.City.Leader(new LeaderId(named))!, Handling.CourtOf(state), act.Ground.City);

    /// <summary>Days per clock that were specially ordered, for example <c>close=10 meet=1</c>.</summary>
    private static Dictionary<ClockKind, int> OwnLimits(CaseCommand.Act act) => (act.Facts.Value("limits") ?? "")
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(l => l.Split('='))
        .ToDictionary(l => Enum.Parse<ClockKind>(l[0], ignoreCase: true), l => int.Parse(l[1], CultureInfo.InvariantCulture));

    /// <summary>W3: only where none is fixed.</summary>
    private static void FixOwner(CaseDraft draft, CaseCommand.Act act)
    {
        if (draft.State.Owner is not null || act.Facts.Value("owner") is not { } named)
            return;
        var owner = act.Ground.City.Leader(new LeaderId(named))!;
        draft.Tell(new CaseEvent.OwnerFixed(draft.State.Id, owner.Id, owner.Court, OwnerOrigin.Assigned, act.Ground.Now));
    }
}
