using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.CourtDays;

namespace PetitionMesh.Grains.Campaigns;

/// <summary>L2, L6: how a case climbs level by level, into which batches it comes, and how it comes off the ledger.</summary>
public static class EntryDecider
{
    /// <summary>A strike-off stands while the case has not been taken up again since: whoever returns within the year takes it back out (W14).</summary>
    public static bool IsStruckOff(DateOnly? struckOffOn, CaseStatus status, DateOnly? endedOn) => struckOffOn is not null && !status.IsRunning() && struckOffOn >= endedOn;

    /// <summary>What a batch says of the case's end counts only for the end that it was recorded of.</summary>
    public static bool IsInForce(HandledBatch handled, CaseStatus status, DateOnly? endedOn) =>
        handled.Batch is not (CampaignBatch.Resolved or CampaignBatch.Terminated) || (Says(handled.Batch, status) && handled.Day >= endedOn);

    /// <summary>The matter as the ledger shows it: with what was done under other cases of it, without what a return has taken back.</summary>
    public static CampaignEntryAnswer AnswerOf(CampaignEntryId id, UnitId unit, CampaignEntryState state, CampaignScene scene)
    {
        if (state.Gathered is null)
            return new CampaignEntryAnswer(id.Campaign, id.Case, unit.Value, Key: false, null, [], [], null);
        var joined = scene.Joined ?? JoinedEntries.None;
        var inForce = state.Batches.Concat(joined.Batches).Where(b => IsInForce(b, scene.Status, scene.EndedOn)).Select(b => b.Batch).Distinct().Order();
        return new CampaignEntryAnswer(
            id.Campaign, id.Case, unit.Value, state.IsKey || joined.IsKey, Reached(state, scene)?.Level, [.. inForce], [.. state.Courts.Union(joined.SharedWith)],
            IsStruckOff(state.StruckOffOn, scene.Status, scene.EndedOn) ? state.StruckOffOn : null);
    }

    private static ReachedLevel? Reached(CampaignEntryState state, CampaignScene scene) =>
        state.Level is { } own && !(own.Level < scene.Joined?.Level?.Level) ? own : scene.Joined?.Level;

    /// <summary>Level by level; at the same level it may be received again.</summary>
    public static Decision<CampaignEntryEvent> Receive(
        CampaignEntryState state, CampaignEntryEvent.Gathered gathered, CampaignEntryId id, CampaignStep step, CampaignScene scene, ReceiveAtLevel received)
    {
        var reached = Reached(state, scene);
        if (received.Level < reached?.Level)
            return Refusal.Breaks("level-passed", "L2", $"该事项已到{reached.Level.Chinese()}层级，不再退回下一层级接访。", "level");
        var next = reached is null ? CampaignLevel.PetitionStaff : reached.Level < CampaignLevel.President ? reached.Level + 1 : reached.Level;
        if (received.Level > next)
            return Refusal.Breaks("level-skipped", "L2", $"接访须逐级进行，下一层级是{next.Chinese()}（{EnumWords.Of(next)}）。", "level");
        if (Day(gathered, scene, received.Day) is { } wrong)
            return wrong;
        if (received.Day < reached?.Day)
            return Refusal.Breaks("level-before", "L2", $"日期早于{reached.Level.Chinese()}接访的 {reached.Day:yyyy-MM-dd}，请核对。", "on");
        var receiver = received.Receiver ?? received.Level switch
        {
            CampaignLevel.PetitionStaff => step.Actor.Name,
            CampaignLevel.HandlingJudge => state.Judge,
            _ => null,
        };
        return receiver is null
            ? Refusal.Breaks("receiver-missing", "L2", $"请填写{received.Level.Chinese()}接访人的姓名。", "receiver")
            : [new CampaignEntryEvent.Received(id.Campaign, id.Case, received.Level, receiver, received.Result, received.Day, step.Actor.Name, step.Now)];
    }

    public static Decision<CampaignEntryEvent> Handle(
        CampaignEntryState state, CampaignEntryEvent.Gathered gathered, CampaignEntryId id, CampaignStep step, CampaignScene scene, HandleInBatch handled)
    {
        if (handled.Batch is CampaignBatch.Resolved or CampaignBatch.Terminated)
        {
            if (!Says(handled.Batch, scene.Status))
                return Refusal.Breaks("not-so-ended", "L6", $"该事项没有以{handled.Batch.Chinese()}办结，请先按程序报结。", "batch");
            if (handled.Day < scene.EndedOn)
                return Refusal.Breaks("day-before-end", "L6", $"日期早于该事项办结之日 {scene.EndedOn:yyyy-MM-dd}，请核对。", "on");
        }
        return Day(gathered, scene, handled.Day) is { } wrong ? wrong
            : state.Batches.Contains(new HandledBatch(handled.Batch, handled.Day)) ? []
            : [new CampaignEntryEvent.Handled(id.Campaign, id.Case, handled.Batch, handled.Day, step.Actor.Name, step.Now)];
    }

    public static Decision<CampaignEntryEvent> StrikeOff(
        CampaignEntryState state, CampaignEntryEvent.Gathered gathered, CampaignEntryId id, CampaignStep step, CampaignScene scene, StrikeOff strike)
    {
        if (state.StruckOffOn is { } day && IsStruckOff(day, scene.Status, scene.EndedOn))
        {
            return day == strike.Day ? []
                : Refusal.Conflicts("struck-off", "L2", $"该事项已于 {day:yyyy-MM-dd} 销号；如需更改，请先恢复（restore）。");
        }
        if (scene.Status.IsRunning())
            return Refusal.Breaks("not-resolved", "L2", "该事项尚未办结，请先按程序报结，办结后再销号。");
        if (strike.Day < scene.EndedOn)
            return Refusal.Breaks("day-before-end", "L2", $"销号日期早于该事项办结之日 {scene.EndedOn:yyyy-MM-dd}，请核对。", "on");
        return Day(gathered, scene, strike.Day) is { } wrong
            ? wrong
            : [new CampaignEntryEvent.StruckOff(id.Campaign, id.Case, strike.Day, strike.Reason, step.Actor.Name, step.Now)];
    }

    private static bool Says(CampaignBatch batch, CaseStatus status) =>
        batch == CampaignBatch.Terminated ? status == CaseStatus.Terminated : status is CaseStatus.Provisional or CaseStatus.Resolved;

    private static Refusal? Day(CampaignEntryEvent.Gathered gathered, CampaignScene scene, DateOnly day) =>
        day > scene.Today ? Refusal.Breaks("day-ahead", "L7", "日期晚于今天，请核对。", "on")
        : day < scene.FirstDay ? Refusal.Breaks("day-before-campaign", "L7", $"日期早于集中办访的起始日期 {scene.FirstDay:yyyy-MM-dd}，请核对。", "on")
        : day < gathered.Day ? Refusal.Breaks("day-before", "L7", "日期早于列入台账之日，请核对。", "on")
        : null;
}
