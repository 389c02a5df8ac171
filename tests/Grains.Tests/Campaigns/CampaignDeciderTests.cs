using PetitionMesh.Grains.Campaigns;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.CourtDays;

namespace PetitionMesh.Grains.Tests.Campaigns;

/// <summary>L1 to L7: a ledger of its own, reception level by level until the matter is resolved and struck off.</summary>
public sealed class CampaignDeciderTests
{
    private static readonly Actor s_office = new("o1", "庄敏", Some.DongGang, Role.Office);
    private static readonly Actor s_other = s_office with { Court = Some.XiShan };
    private static readonly Actor s_supervisor = new("s1", "信访局", new CourtId("zy"), Role.Supervisor);
    private static readonly CommandId s_id = new("dg/o1", "1", [], Recorded: true);
    private static readonly CampaignId s_campaign = new(Guid.NewGuid());
    private static readonly CampaignEntryId s_entry = new(s_campaign, Some.Case);

    [Fact]
    public void A_campaign_has_a_first_and_a_last_day_that_may_be_moved_with_a_reason()
    {
        Assert.Equal("days-reversed", CampaignDecider.Set(CampaignState.Unknown, s_campaign, Campaign(last: -1)).Refusal?.Code);
        Assert.Equal("not-found", CampaignDecider.Set(CampaignState.Unknown, s_campaign, Campaign(reason: "顺延")).Refusal?.Code);
        var opened = CampaignDecider.Set(CampaignState.Unknown, s_campaign, Campaign()).Events.Aggregate(CampaignState.Unknown, CampaignState.Evolve);
        Assert.Empty(CampaignDecider.Set(opened, s_campaign, Campaign(reason: "顺延")).Events);
        var moved = CampaignDecider.Set(opened, s_campaign, Campaign(last: 40, reason: "顺延")).Events.Aggregate(opened, CampaignState.Evolve);
        Assert.Equal(Some.Today.AddDays(40), moved.Opened?.LastDay);
    }

    [Fact]
    public void A_case_is_gathered_once_by_its_own_court_or_the_supervisor_while_the_campaign_lasts()
    {
        var unknown = CampaignEntryState.Unknown;
        Assert.Equal("not-found", Decide(unknown, Step() with { Restore = "误销" }).Refusal?.Code);
        Assert.Equal("not-your-unit", Decide(unknown, Gathering(s_other)).Refusal?.Code);
        Assert.Equal("campaign-over", Decide(unknown, Gathering(scene: Scene() with { LastDay = Some.Today.AddDays(-1) })).Refusal?.Code);
        Assert.Equal("court-not-in-campaign", Decide(unknown, Gathering(scene: Scene() with { Courts = [Some.XiShan] })).Refusal?.Code);
        Assert.Equal("case-ended", Decide(unknown, Gathering(scene: Scene(ended: true))).Refusal?.Code);
        Assert.Equal("limit-before", Decide(unknown, Gathering(limit: -1)).Refusal?.Code);
        var gathered = Fold(unknown, Gathering(s_supervisor));
        Assert.Equal("already-gathered", Decide(gathered, Gathering()).Refusal?.Code);
    }

    [Fact]
    public void Reception_climbs_level_by_level_and_never_down()
    {
        var entry = Fold(CampaignEntryState.Unknown, Gathering());
        Assert.Equal("level-skipped", Decide(entry, Receiving(CampaignLevel.HandlingJudge)).Refusal?.Code);
        foreach (var level in Enum.GetValues<CampaignLevel>())
        {
            entry = Fold(entry, Receiving(level));
            entry = Fold(entry, Receiving(level)); // As often as it takes.
            if (level < CampaignLevel.LeaderInCharge)
                Assert.Equal("level-skipped", Decide(entry, Receiving(level + 2)).Refusal?.Code);
            if (level > CampaignLevel.PetitionStaff)
                Assert.Equal("level-passed", Decide(entry, Receiving(level - 1)).Refusal?.Code);
        }
        Assert.Equal("day-ahead", Decide(entry, Receiving(CampaignLevel.President, day: 1)).Refusal?.Code);
        Assert.Equal("day-before", Decide(entry, Receiving(CampaignLevel.President, day: -1)).Refusal?.Code);
    }

    [Fact]
    public void It_is_struck_off_once_the_case_has_ended_and_rests_until_it_is_restored()
    {
        var entry = Fold(CampaignEntryState.Unknown, Gathering());
        Assert.Equal("not-resolved", Decide(entry, Step() with { StrikeOff = new StrikeOff("已化解", Some.Today) }).Refusal?.Code);
        var struck = Fold(entry, Step(scene: Scene(ended: true)) with { StrikeOff = new StrikeOff("已化解", Some.Today) });
        Assert.Empty(Decide(struck, Step(scene: Scene(ended: true)) with { StrikeOff = new StrikeOff("已化解", Some.Today) }).Events);
        Assert.Equal("struck-off", Decide(struck, Receiving(CampaignLevel.PetitionStaff)).Refusal?.Code);
        var restored = Fold(struck, Step() with { Restore = "重新办理" });
        Assert.Null(restored.StruckOffOn);
        Assert.Empty(Decide(restored, Step() with { Restore = "重新办理" }).Events);
    }

    [Fact]
    public void Each_batch_counts_once_and_only_the_courts_that_work_along_see_an_entry()
    {
        var entry = Fold(CampaignEntryState.Unknown, Gathering());
        entry = Fold(entry, Step() with { Handle = new HandleInBatch(CampaignBatch.Reviewed, Some.Today) });
        Assert.Empty(Decide(entry, Step() with { Handle = new HandleInBatch(CampaignBatch.Reviewed, Some.Today) }).Events);
        entry = Fold(entry, Step() with { Handle = new HandleInBatch(CampaignBatch.Assisted, Some.Today) });
        Assert.Equal("Reviewed, Assisted", string.Join(", ", entry.Batches));
        Assert.Equal("not-found", Decide(entry, Step(s_other) with { Key = new MakeKey("疑难", ["魏健"]) }).Refusal?.Code);
        entry = Fold(entry, Step() with { Share = new ShareEntry([Some.XiShan], "协助查找财产") });
        Assert.Equal("not-your-entry", Decide(entry, Step(s_other) with { Key = new MakeKey("疑难", ["魏健"]) }).Refusal?.Code);
        Assert.True(Fold(entry, Step(s_supervisor) with { Key = new MakeKey("疑难", ["魏健"]) }).IsKey);
    }

    private static SetCampaign Campaign(int last = 30, string? reason = null) =>
        new(s_id, s_supervisor, Some.Morning, "集中办访月", Some.Today, Some.Today.AddDays(last), [], reason);

    private static CampaignScene Scene(bool ended = false) => new(Some.Today.AddDays(30), [], ended, Some.Today);

    private static CampaignStep Step(Actor? actor = null, CampaignScene? scene = null) => new(s_id, actor ?? s_office, Some.Morning, scene ?? Scene());

    private static CampaignStep Gathering(Actor? actor = null, CampaignScene? scene = null, int? limit = null) =>
        Step(actor, scene) with { Gather = new GatherCase(UnitId.Of(Some.DongGang), "魏健", null, limit is { } days ? Some.Today.AddDays(days) : null) };

    private static CampaignStep Receiving(CampaignLevel level, int day = 0) => Step() with { Receive = new ReceiveAtLevel(level, "魏健", null, Some.Today.AddDays(day)) };

    private static Decision<CampaignEntryEvent> Decide(CampaignEntryState state, CampaignStep step) => CampaignDecider.Decide(state, s_entry, step);

    private static CampaignEntryState Fold(CampaignEntryState state, CampaignStep step)
    {
        var decision = Decide(state, step);
        Assert.Null(decision.Refusal);
        return decision.Events.Aggregate(state, CampaignEntryState.Evolve);
    }
}
