namespace PetitionMesh.Grains.Campaigns;

/// <summary>L1 to L7: what may happen to a campaign and to the cases on its ledger.</summary>
public static class CampaignDecider
{
    private static readonly Refusal s_unknown = Refusal.Unknown("该集中办访月的台账中没有这个信访事项，请核对编号。");

    public static Decision<CampaignEvent> Set(CampaignState state, CampaignId id, SetCampaign command)
    {
        if (command.LastDay < command.FirstDay)
            return Refusal.Breaks("days-reversed", "L7", "截止日期早于起始日期，请核对。", "lastDay");
        if (command.Reason is not { } reason)
            return state.Opened is null ? [new CampaignEvent.Opened(id, command.Title, command.FirstDay, command.LastDay, command.Courts, command.Now)] : [];
        if (state.Opened is not { } opened)
            return Refusal.Unknown("没有这个集中办访月，请核对编号。");
        return (opened.FirstDay, opened.LastDay) == (command.FirstDay, command.LastDay)
            ? []
            : [new CampaignEvent.DaysChanged(id, command.FirstDay, command.LastDay, reason, command.Now)];
    }

    public static Decision<CampaignEntryEvent> Decide(CampaignEntryState state, CampaignEntryId id, CampaignStep step)
    {
        var (campaign, @case, by, at) = (id.Campaign, id.Case, step.Actor.Name, step.Now);
        if (step.Gather is { } gather)
            return Gather(state, id, step, gather);
        if (state.Gathered is not { } gathered || !Takes(step.Actor, state))
            return s_unknown;
        if (!Handles(step.Actor, gathered))
            return Refusal.Forbids("not-your-entry", "该事项由责任单位所属法院办理，共同办理的法院可以查看。");
        if (step.Restore is { } why)
            return state.StruckOffOn is null ? [] : [new CampaignEntryEvent.Restored(campaign, @case, why, by, at)];
        if (step.StrikeOff is { } strike)
            return StrikeOff(state, id, step, strike);
        if (state.StruckOffOn is not null)
            return Refusal.Conflicts("struck-off", "L2", "该事项已经销号；如又需办理，请先恢复（restore）。");
        if (step.Receive is { } received)
            return Receive(state, id, step, received);
        if (step.Handle is { } handled)
        {
            return state.Batches.Contains(handled.Batch) ? []
                : Day(step, gathered, handled.Day) is { } wrong ? wrong
                : [new CampaignEntryEvent.Handled(campaign, @case, handled.Batch, handled.Day, by, at)];
        }
        return step.Key is { } key
            ? [new CampaignEntryEvent.MadeKey(campaign, @case, key.Reason, key.Team, by, at)]
            : [new CampaignEntryEvent.Shared(campaign, @case, step.Share!.Courts, step.Share.Work, by, at)];
    }

    /// <summary>Who reads an entry: the court of its unit, those that work along (L4), and the supervisor.</summary>
    public static bool Takes(Actor actor, CampaignEntryState state) =>
        actor.Role == Role.Supervisor || state.Gathered?.Unit.Court == actor.Court || state.Courts.Contains(actor.Court);

    private static bool Handles(Actor actor, CampaignEntryEvent.Gathered gathered) => actor.Role == Role.Supervisor || gathered.Unit.Court == actor.Court;

    private static Decision<CampaignEntryEvent> Gather(CampaignEntryState state, CampaignEntryId id, CampaignStep step, GatherCase gather)
    {
        if (step.Actor.Role != Role.Supervisor && gather.Unit.Court != step.Actor.Court)
            return Refusal.Forbids("not-your-unit", "只能为本院的单位列入，其他法院的由该院或者中院信访局列入。");
        if (state.Gathered is { } known)
            return Refusal.Conflicts("already-gathered", "L1", $"该事项已由 {known.Unit} 列入本次台账，一个事项只列一次。");
        if (!step.Scene.Courts.IsEmpty && !step.Scene.Courts.Contains(gather.Unit.Court))
            return Refusal.Breaks("court-not-in-campaign", "L1", "该单位所属法院不参加本次集中办访。", "unit");
        if (step.Scene.Today > step.Scene.LastDay)
            return Refusal.Breaks("campaign-over", "L7", $"本次集中办访已于 {step.Scene.LastDay:yyyy-MM-dd} 截止，不能再列入事项。");
        if (step.Scene.HasEnded)
            return Refusal.Breaks("case-ended", "L1", "该事项已经办结，无须列入；如又提出，请先登记接访或者重新办理。", "caseId");
        return gather.LimitOn < step.Scene.Today
            ? Refusal.Breaks("limit-before", "L1", "办理期限早于今天，请核对。", "limitOn")
            : [new CampaignEntryEvent.Gathered(id.Campaign, id.Case, gather.Unit, gather.Judge, gather.ResponsibleLeader, gather.LimitOn, step.Scene.Today, step.Actor.Name, step.Now)];
    }

    /// <summary>Level by level; at the same level it may be received again.</summary>
    private static Decision<CampaignEntryEvent> Receive(CampaignEntryState state, CampaignEntryId id, CampaignStep step, ReceiveAtLevel received)
    {
        if (received.Level < state.Level)
            return Refusal.Breaks("level-passed", "L2", $"该事项已到{state.Level.Value.Chinese()}层级，不再退回下一层级接访。", "level");
        var next = state.Level is { } level && level < CampaignLevel.President ? level + 1 : state.Level ?? CampaignLevel.PetitionStaff;
        if (received.Level > next)
            return Refusal.Breaks("level-skipped", "L2", $"接访须逐级进行，下一层级是{next.Chinese()}（{EnumWords.Of(next)}）。", "level");
        return Day(step, state.Gathered!, received.Day) is { } wrong
            ? wrong
            : [new CampaignEntryEvent.Received(id.Campaign, id.Case, received.Level, received.Receiver, received.Result, received.Day, step.Actor.Name, step.Now)];
    }

    private static Decision<CampaignEntryEvent> StrikeOff(CampaignEntryState state, CampaignEntryId id, CampaignStep step, StrikeOff strike)
    {
        if (state.StruckOffOn is not null)
            return [];
        if (!step.Scene.HasEnded)
            return Refusal.Breaks("not-resolved", "L2", "该事项尚未办结，请先按程序报结，办结后再销号。");
        return Day(step, state.Gathered!, strike.Day) is { } wrong
            ? wrong
            : [new CampaignEntryEvent.StruckOff(id.Campaign, id.Case, strike.Day, strike.Reason, step.Actor.Name, step.Now)];
    }

    private static Refusal? Day(CampaignStep step, CampaignEntryEvent.Gathered gathered, DateOnly day) =>
        day > step.Scene.Today ? Refusal.Breaks("day-ahead", "L7", "日期晚于今天，请核对。", "on")
        : day < gathered.Day ? Refusal.Breaks("day-before", "L7", "日期早于列入台账之日，请核对。", "on")
        : null;
}
