using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;

namespace PetitionMesh.Grains.Campaigns;

/// <summary>L1, L3, L4, L7: what may happen to a campaign and to the cases on its ledger. How they climb and come off it: <see cref="EntryDecider"/>.</summary>
public static class CampaignDecider
{
    /// <summary>Years from today within which its days are: what lies further off is a slip of the pen.</summary>
    private const int YearsOff = 2;

    private static readonly Refusal s_unknown = Refusal.Unknown("该集中办访月的台账中没有这个信访事项，请核对编号。");

    public static Decision<CampaignEvent> Set(CampaignState state, CampaignId id, SetCampaign command)
    {
        if (command.FirstDay < command.Today.AddYears(-YearsOff))
            return Refusal.Breaks("first-day-off", "L7", "起始日期距今过久，请核对。", "firstDay");
        if (command.LastDay < command.FirstDay)
            return Refusal.Breaks("days-reversed", "L7", "截止日期早于起始日期，请核对。", "lastDay");
        if (command.LastDay > command.Today.AddYears(YearsOff))
            return Refusal.Breaks("last-day-off", "L7", "截止日期距今过久，请核对。", "lastDay");
        if (command.Reason is not { } reason)
            return state.Opened is null ? [new CampaignEvent.Opened(id, command.Title, command.FirstDay, command.LastDay, command.Courts, command.Actor.Name, command.Now)] : [];
        if (state.Opened is not { } opened)
            return Refusal.Unknown("没有这个集中办访月，请核对编号。");
        return (opened.FirstDay, opened.LastDay) == (command.FirstDay, command.LastDay)
            ? []
            : [new CampaignEvent.DaysChanged(id, command.FirstDay, command.LastDay, reason, command.Actor.Name, command.Now)];
    }

    public static Decision<CampaignEntryEvent> Decide(CampaignEntryState state, CampaignEntryId id, CampaignStep step)
    {
        var scene = step.Scene ?? throw new InvalidOperationException("A step is decided on what somebody saw.");
        if (step.Gather is { } gather)
            return Gather(state, id, step, scene, gather);
        if (state.Gathered is not { } gathered || !Sees(step.Actor, state, scene))
            return s_unknown;
        if (step.Actor.Role != Role.Supervisor && (scene.FollowsCourt ?? gathered.Unit.Court) != step.Actor.Court)
            return Refusal.Forbids("not-your-entry", "该事项由责任单位所属法院办理，其他法院可以查看。");
        if (scene.FollowsCourt is null && step is { Restore: null, StrikeOff: null, Remove: null } && EntryDecider.IsStruckOff(state.StruckOffOn, scene.Status, scene.EndedOn))
            return Refusal.Conflicts("struck-off", "L2", "该事项已经销号；如又需办理，请先恢复（restore）。");
        return step switch
        {
            { Receive: { } received } => EntryDecider.Receive(state, gathered, id, step, scene, received),
            { Handle: { } handled } => EntryDecider.Handle(state, gathered, id, step, scene, handled),
            { StrikeOff: { } strike } => EntryDecider.StrikeOff(state, gathered, id, step, scene, strike),
            { Restore: { } why } => state.StruckOffOn is null ? [] : [new CampaignEntryEvent.Restored(id.Campaign, id.Case, why, step.Actor.Name, step.Now)],
            { Change: { } change } => Change(gathered, id, step, scene, change),
            { Key: { } key } => [new CampaignEntryEvent.MadeKey(id.Campaign, id.Case, key.Reason, key.Team, step.Actor.Name, step.Now)],
            { Share: { } share } => Share(gathered, id, step, scene, share),
            { Remove: { } removal } => [new CampaignEntryEvent.Removed(id.Campaign, id.Case, removal, step.Actor.Name, step.Now)],
            _ => throw new InvalidOperationException("A step without anything to do."),
        };
    }

    /// <summary>Who reads an entry: the court of its unit and of its owner, those that work along (L4), and the supervisor.</summary>
    private static bool Sees(Actor actor, CampaignEntryState state, CampaignScene scene) =>
        actor.Role == Role.Supervisor || scene.FollowsCourt == actor.Court || state.Gathered?.Unit.Court == actor.Court || scene.OwnerCourt == actor.Court || state.Courts.Contains(actor.Court);

    private static Decision<CampaignEntryEvent> Gather(CampaignEntryState state, CampaignEntryId id, CampaignStep step, CampaignScene scene, GatherCase gather)
    {
        if (step.Actor.Role != Role.Supervisor && gather.Unit.Court != step.Actor.Court)
            return Refusal.Forbids("not-your-unit", "只能为本院的单位列入，其他法院的由该院或者中院信访局列入。");
        if (state.Gathered is not null)
            return AlreadyGathered;
        if (!TakesPart(gather.Unit.Court, scene))
            return Refusal.Breaks("court-not-in-campaign", "L1", "该单位所属法院不参加本次集中办访。", "unit");
        if (scene.Today > scene.LastDay)
            return Refusal.Breaks("campaign-over", "L7", $"本次集中办访已于 {scene.LastDay:yyyy-MM-dd} 截止，不能再列入事项。");
        if (!scene.Status.IsRunning())
            return Refusal.Breaks("case-ended", "L1", "该事项已经办结，无须列入；如又提出，请先登记接访或者重新办理。", "caseId");
        return Limit(gather.LimitOn, scene) is { } wrong
            ? wrong
            : [new CampaignEntryEvent.Gathered(id.Campaign, id.Case, gather.Unit, gather.Judge, gather.ResponsibleLeader, gather.LimitOn, scene.Today, step.Actor.Name, step.Now)];
    }

    /// <summary>The matter is on the ledger, under this case or under one that has been joined with it.</summary>
    public static Refusal AlreadyGathered => Refusal.Conflicts("already-gathered", "L1", "该事项已列入本次台账，一个事项只列一次。");

    private static Decision<CampaignEntryEvent> Change(CampaignEntryEvent.Gathered gathered, CampaignEntryId id, CampaignStep step, CampaignScene scene, ChangeEntry change) =>
        change.LeaderCourt is { } court && court != gathered.Unit.Court
            ? Refusal.Breaks("leader-of-another-court", "L1", "责任单位所属法院没有这位领导，请核对编号。", "responsibleLeader")
            : Limit(change.LimitOn, scene) is { } wrong
            ? wrong
            : [new CampaignEntryEvent.Changed(id.Campaign, id.Case, change.Judge, change.ResponsibleLeader, change.LimitOn, change.Reason, step.Actor.Name, step.Now)];

    private static Decision<CampaignEntryEvent> Share(CampaignEntryEvent.Gathered gathered, CampaignEntryId id, CampaignStep step, CampaignScene scene, ShareEntry share)
    {
        if (share.Courts.Contains(scene.FollowsCourt ?? gathered.Unit.Court))
            return Refusal.Breaks("own-court", "L4", "责任单位所属法院无须共享，请填写其他法院。", "courts");
        return share.Courts.All(c => TakesPart(c, scene))
            ? [new CampaignEntryEvent.Shared(id.Campaign, id.Case, share.Courts, share.Work, step.Actor.Name, step.Now)]
            : Refusal.Breaks("court-not-in-campaign", "L4", "所填法院中有不参加本次集中办访的。", "courts");
    }

    private static bool TakesPart(CourtId court, CampaignScene scene) => scene.Courts.IsEmpty || scene.Courts.Contains(court);

    private static Refusal? Limit(DateOnly? limit, CampaignScene scene) =>
        limit < scene.Today ? Refusal.Breaks("limit-before", "L1", "办理期限早于今天，请核对。", "limitOn")
        : limit > scene.LastDay ? Refusal.Breaks("limit-after", "L7", $"办理期限晚于集中办访的截止日期 {scene.LastDay:yyyy-MM-dd}，请核对。", "limitOn")
        : null;
}
