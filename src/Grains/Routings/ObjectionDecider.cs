using System.Globalization;

namespace PetitionMesh.Grains.Routings;

/// <summary>Y2–Y4: a receiver says that a match is wrong, or that one was missed, within the limit; it is decided with reasons and times.</summary>
public static class ObjectionDecider
{
    /// <summary>What texts are sealed for, each with the number of its objection. On disk: never change them.</summary>
    public static string ReasonField(int objection) => string.Create(CultureInfo.InvariantCulture, $"objection-{objection}-reason");

    public static string OpinionField(int objection) => string.Create(CultureInfo.InvariantCulture, $"objection-{objection}-opinion");

    public static string ReasonsField(int objection) => string.Create(CultureInfo.InvariantCulture, $"objection-{objection}-reasons");

    public static Decision<RoutingEvent> Object(RoutingState state, RoutingStep step, Dispute dispute, Func<string, Secret, Sealed> seal)
    {
        var registered = state.Registered!;
        if (Refuse(state, registered, step, dispute) is { } refusal)
            return refusal;
        var number = state.Objections.Length + 1;
        var missed = dispute.Kind == ObjectionKind.MissedMatch;
        return
        [
            new RoutingEvent.Objected(
                registered.Routing, number, dispute.Kind, state.Receiver!.Name, dispute.Related, dispute.First, dispute.Ground, seal(ReasonField(number), dispute.Reason), step.Today,
                state.Tally with { Raised = number, Missed = state.Tally.Missed + (missed ? 1 : 0) }, step.Actor.Name, step.Now),
        ];
    }

    public static Decision<RoutingEvent> Resolve(
        RoutingState state, RoutingEvent.Registered registered, RoutingStep step, Resolve resolve, Func<string, Secret, Sealed> seal, RoutingTerms terms)
    {
        if (state.Open is not { } open)
            return Refusal.Conflicts("no-objection", "Y4", "该件没有待复核的异议。");
        if (Refuse(state, registered, step, open, resolve) is { } refusal)
            return refusal;
        var (receiver, related, ground) = (open.Kind, resolve) switch
        {
            (_, { Outcome: ObjectionOutcome.Refused }) => (null, null, null),
            (ObjectionKind.MissedMatch, { Outcome: ObjectionOutcome.Granted }) => (open.First, open.Related, open.Ground),
            (ObjectionKind.MissedMatch, { Receiver: { } agreed }) when agreed == state.Receiver => (null, null, null),
            (ObjectionKind.MissedMatch, { Receiver: { } agreed, Related: null }) when agreed == open.First => (agreed, open.Related, open.Ground),
            (ObjectionKind.MissedMatch, { Receiver: { } agreed, Related: null }) => (agreed, state.Related, state.Ground),
            _ => (resolve.Receiver, resolve.Related, resolve.Ground),
        };
        var tally = resolve.Outcome switch
        {
            ObjectionOutcome.Granted => state.Tally with { Granted = state.Tally.Granted + 1 },
            ObjectionOutcome.Refused => state.Tally with { Refused = state.Tally.Refused + 1 },
            _ => state.Tally with { Settled = state.Tally.Settled + 1 },
        };
        return
        [
            new RoutingEvent.Decided(
                registered.Routing, open.Objection, resolve.Outcome, receiver, related, ground,
                receiver is null ? null : step.Today.AddDays(terms.DaysToObject(registered.Kind, registered.Court)), resolve.DecidedBy,
                seal(OpinionField(open.Objection), resolve.Opinion), seal(ReasonsField(open.Objection), resolve.Reasons), resolve.Day, tally, step.Actor.Name, step.Now),
        ];
    }

    private static Refusal? Refuse(RoutingState state, RoutingEvent.Registered registered, RoutingStep step, Dispute dispute)
    {
        var rule = RoutingDecider.RuleOf(registered.Kind);
        if (step.Actor.Role is Role.Judge or Role.Leader && !IsSame(step.Actor.Name, state.Receiver?.Name))
            return Refusal.Forbids("not-receiver", "对分流有异议的，由现办理人本人提出，或者由立案庭、执行指挥中心代为登记。");
        if (state.ObjectUntil is not { } until)
            return Refusal.Conflicts("routing-pending", rule, "该件尚未分流，分流后才能提出异议。");
        if (state.Open is not null)
            return Refusal.Conflicts("objection-open", "Y4", "该件已有一项异议待复核，复核决定后再提。");
        if (step.Today > until)
        {
            return Refusal.Breaks("objection-late", rule, string.Create(
                CultureInfo.InvariantCulture, $"对该件分流的异议应在 {until:yyyy-MM-dd} 24 时前提出，现已超过期限，请继续办理。"));
        }
        if (dispute.Kind == ObjectionKind.Mismatch)
        {
            if (dispute is not { Related: null, First: null, Ground: null })
                return Refusal.Breaks("first-not-asked", rule, "匹配异议不填首审（首执）负责人、关联案号和分流依据；另有首审（首执）负责人的，请提漏配。", "firstReceiver");
            if (state.Related is null)
                return Refusal.Breaks("no-match", rule, "该件未分流给首审（首执）负责人；认为另有首审（首执）负责人的，请提漏配。", "kind");
        }
        else if (RefuseMissed(state, registered, dispute, rule) is { } refusal)
            return refusal;
        return state.Objections.Skip(state.Settled).Any(o => IsSame(o.Objected, dispute))
            ? Refusal.Conflicts("objection-decided", "Y4", "同一异议已经复核决定，请继续办理。")
            : null;
    }

    private static Refusal? RefuseMissed(RoutingState state, RoutingEvent.Registered registered, Dispute dispute, string rule) => dispute switch
    {
        { First: null } => Refusal.Breaks("first-missing", rule, "漏配须写明首审（首执）负责人。", "firstReceiver"),
        { Related: null } => Refusal.Breaks("related-missing", rule, "漏配须写明关联案号。", "relatedCaseNumber"),
        _ when dispute.Related == registered.Number => Refusal.Breaks("related-same", rule, "关联案号与本件案号相同，请填写在先案件的案号。", "relatedCaseNumber"),
        { Ground: null } => Refusal.Breaks("ground-missing", rule, "漏配须写明分流依据。", "ground"),
        _ when RoutingDecider.WrongGround(registered.Kind, dispute.Ground) is { } wrong => wrong,
        _ when dispute.First == state.Receiver && state.Related is not null => Refusal.Breaks("already-there", rule, "该件已由所列负责人办理，无须再移送。", "firstReceiver"),
        _ => null,
    };

    /// <summary>Names are written with and without blanks.</summary>
    private static bool IsSame(string one, string? other) => other is not null && one.Where(c => !char.IsWhiteSpace(c)).SequenceEqual(other.Where(c => !char.IsWhiteSpace(c)));

    /// <summary>What was refused once is not asked again, unless the matter has gone to somebody else since.</summary>
    private static bool IsSame(RoutingEvent.Objected earlier, Dispute now) => earlier.Kind == now.Kind && earlier.Related == now.Related && earlier.First == now.First;

    private static Refusal? Refuse(RoutingState state, RoutingEvent.Registered registered, RoutingStep step, RoutingEvent.Objected open, Resolve resolve)
    {
        var names = resolve is not { Receiver: null, Related: null, Ground: null };
        return (resolve.Outcome, open.Kind) switch
        {
            _ when resolve.Day < open.Day => Refusal.Breaks("decided-before", "Y4", "决定日期早于异议日期，请核对。", "on"),
            _ when resolve.Day > step.Today => Refusal.Breaks("decided-ahead", "Y4", "决定日期晚于今天，请核对。", "on"),
            _ when IsSame(resolve.DecidedBy, open.Objector) => Refusal.Breaks("own-objection", "Y4", "异议人不得复核本人提出的异议，请由他人复核决定。", "decidedBy"),
            (ObjectionOutcome.Settled, _) when registered.Kind != RoutingKind.FirstEnforcement || open.Kind != ObjectionKind.MissedMatch =>
                Refusal.Breaks("not-settled", "Y3", "只有首执漏配可以协商解决，其他异议应作出成立或不成立的决定。", "outcome"),
            (ObjectionOutcome.Granted, ObjectionKind.Mismatch) when resolve.Receiver is null =>
                Refusal.Breaks("receiver-missing", "Y4", "异议成立的，须写明改由何人办理。", "receiver"),
            (ObjectionOutcome.Granted, ObjectionKind.Mismatch) when resolve.Receiver == state.Receiver =>
                Refusal.Breaks("receiver-same", "Y4", "异议成立的，应改由他人办理。", "receiver"),
            (ObjectionOutcome.Granted, ObjectionKind.MissedMatch) when names =>
                Refusal.Breaks("receiver-not-asked", "Y4", "漏配成立的，移送异议所列的首审（首执）负责人，不另填办理人和关联案号。", "receiver"),
            (ObjectionOutcome.Refused, _) when names => Refusal.Breaks("receiver-not-asked", "Y4", "异议不成立的，原办理人继续办理，不填办理人和关联案号。", "receiver"),
            (ObjectionOutcome.Settled, _) when resolve.Receiver is null && resolve.Related is not null =>
                Refusal.Breaks("receiver-missing", "Y4", "协商改由他人办理的，须写明办理人。", "receiver"),
            _ when resolve is { Related: null, Ground: not null } => Refusal.Breaks("ground-not-asked", "Y4", "没有关联案号的，不填分流依据。", "ground"),
            _ when resolve is { Related: not null, Ground: null } => Refusal.Breaks("ground-missing", "Y4", "填写关联案号的，须写明分流依据。", "ground"),
            _ when RoutingDecider.WrongGround(registered.Kind, resolve.Ground) is { } wrong => wrong,
            _ when resolve.Related == registered.Number => Refusal.Breaks("related-same", "Y4", "关联案号与本件案号相同，请填写在先案件的案号。", "relatedCaseNumber"),
            _ => null,
        };
    }
}
