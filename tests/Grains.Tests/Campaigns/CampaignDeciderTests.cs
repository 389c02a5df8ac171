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
        Assert.Equal("last-day-off", CampaignDecider.Set(CampaignState.Unknown, s_campaign, Campaign(last: 1000)).Refusal?.Code);
        Assert.Equal("first-day-off", CampaignDecider.Set(CampaignState.Unknown, s_campaign, Campaign() with { FirstDay = new(1, 1, 1) }).Refusal?.Code);
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
        Assert.Equal("case-ended", Decide(unknown, Gathering(scene: Scene(CaseStatus.Resolved, 0))).Refusal?.Code);
        Assert.Equal("limit-after", Decide(unknown, Gathering(limit: 31)).Refusal?.Code);
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
        Assert.Equal("day-before-campaign", Decide(entry, Receiving(CampaignLevel.President, day: -1)).Refusal?.Code);
        var earlier = Scene() with { FirstDay = Some.Today.AddDays(-9) };
        Assert.Equal("day-before", Decide(entry, Receiving(CampaignLevel.President, day: -1) with { Scene = earlier }).Refusal?.Code);
    }

    [Fact]
    public void A_level_is_not_received_before_the_one_below_it_and_somebody_is_named()
    {
        var later = Scene() with { Today = Some.Today.AddDays(3) };
        var entry = Fold(CampaignEntryState.Unknown, Gathering());
        entry = Fold(entry, Receiving(CampaignLevel.PetitionStaff, day: 2) with { Scene = later });
        Assert.Equal("level-before", Decide(entry, Receiving(CampaignLevel.HandlingJudge, day: 1) with { Scene = later }).Refusal?.Code);
        Assert.Equal("魏健", Received(entry, CampaignLevel.HandlingJudge)); // The judge of the case.
        entry = Fold(entry, Unsigned(CampaignLevel.HandlingJudge) with { Scene = later });
        Assert.Equal("receiver-missing", Decide(entry, Unsigned(CampaignLevel.Division) with { Scene = later }).Refusal?.Code);
        Assert.Equal("庄敏", Received(Fold(CampaignEntryState.Unknown, Gathering()), CampaignLevel.PetitionStaff)); // Whoever records it.

        string Received(CampaignEntryState state, CampaignLevel level) =>
            Assert.IsType<CampaignEntryEvent.Received>(Assert.Single(Decide(state, Unsigned(level) with { Scene = later }).Events)).Receiver;

        CampaignStep Unsigned(CampaignLevel level) => Step() with { Receive = new ReceiveAtLevel(level, null, null, later.Today) };
    }

    [Fact]
    public void What_a_joined_case_has_reached_is_reached()
    {
        var scene = Scene() with { Joined = JoinedEntries.None with { Level = new ReachedLevel(CampaignLevel.HandlingJudge, Some.Today) } };
        var entry = Fold(CampaignEntryState.Unknown, Gathering());
        Assert.Equal("level-passed", Decide(entry, Receiving(CampaignLevel.PetitionStaff) with { Scene = scene }).Refusal?.Code);
        Assert.Equal(CampaignLevel.Division, Fold(entry, Receiving(CampaignLevel.Division) with { Scene = scene }).Level?.Level);
    }

    [Fact]
    public void A_batch_says_nothing_of_the_end_that_the_case_does_not_say()
    {
        var entry = Fold(CampaignEntryState.Unknown, Gathering());
        Assert.Equal("not-so-ended", Decide(entry, Handling(CampaignBatch.Resolved, Scene())).Refusal?.Code);
        Assert.Equal("not-so-ended", Decide(entry, Handling(CampaignBatch.Terminated, Scene(CaseStatus.Resolved, 0))).Refusal?.Code);
        Assert.Equal("day-before-end", Decide(entry, Handling(CampaignBatch.Resolved, Scene(CaseStatus.Resolved, 1))).Refusal?.Code);
        var resolved = Assert.Single(Fold(entry, Handling(CampaignBatch.Resolved, Scene(CaseStatus.Provisional, 0))).Batches);
        Assert.True(EntryDecider.IsInForce(resolved, CaseStatus.Resolved, Some.Today));
        Assert.False(EntryDecider.IsInForce(resolved, CaseStatus.Reopened, Some.Today));
        Assert.False(EntryDecider.IsInForce(resolved, CaseStatus.Resolved, Some.Today.AddDays(1))); // Of a later end.
    }

    [Fact]
    public void What_was_gathered_by_mistake_is_changed_or_leaves_the_ledger_and_may_come_again()
    {
        var entry = Fold(Fold(CampaignEntryState.Unknown, Gathering()), Receiving(CampaignLevel.PetitionStaff));
        Assert.Equal("limit-after", Decide(entry, Step() with { Change = new ChangeEntry(null, null, Some.Today.AddDays(31), "延期") }).Refusal?.Code);
        Assert.Equal("赵法官", Fold(entry, Step() with { Change = new ChangeEntry("赵法官", null, null, "调离") }).Judge);
        var removed = Fold(entry, Step() with { Remove = "误列" });
        Assert.Equal("not-found", Decide(removed, Receiving(CampaignLevel.PetitionStaff)).Refusal?.Code);
        Assert.Null(Fold(removed, Gathering()).Level);
    }

    [Fact]
    public void It_is_struck_off_once_the_case_has_ended_and_rests_until_it_is_restored()
    {
        var entry = Fold(CampaignEntryState.Unknown, Gathering());
        Assert.Equal("not-resolved", Decide(entry, Step() with { StrikeOff = new StrikeOff("已化解", Some.Today) }).Refusal?.Code);
        var struck = Fold(entry, Step(scene: Scene(CaseStatus.Resolved, 0)) with { StrikeOff = new StrikeOff("已化解", Some.Today) });
        Assert.Empty(Decide(struck, Step(scene: Scene(CaseStatus.Resolved, 0)) with { StrikeOff = new StrikeOff("已化解", Some.Today) }).Events);
        var next = Scene(CaseStatus.Resolved, 0) with { Today = Some.Today.AddDays(1) };
        Assert.Equal("struck-off", Decide(struck, Step(scene: next) with { StrikeOff = new StrikeOff("再销", next.Today) }).Refusal?.Code);
        Assert.Equal("struck-off", Decide(struck, Receiving(CampaignLevel.PetitionStaff) with { Scene = Scene(CaseStatus.Resolved, 0) }).Refusal?.Code);

        // W14: who returns takes it back out; it goes on, and is struck off anew once it has ended again.
        Assert.Equal("not-resolved", Decide(struck, Step(scene: Scene(CaseStatus.Reopened, 0)) with { StrikeOff = new StrikeOff("再销", Some.Today) }).Refusal?.Code);
        Fold(struck, Receiving(CampaignLevel.PetitionStaff) with { Scene = Scene(CaseStatus.Reopened, 0) });
        var again = next with { EndedOn = next.Today };
        Assert.Equal("day-before-end", Decide(struck, Step(scene: again) with { StrikeOff = new StrikeOff("再销", Some.Today) }).Refusal?.Code);
        Assert.Equal(next.Today, Fold(struck, Step(scene: again) with { StrikeOff = new StrikeOff("再销", next.Today) }).StruckOffOn);
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
        Assert.Equal("Reviewed, Assisted", string.Join(", ", entry.Batches.Select(b => b.Batch)));
        Assert.Equal("not-found", Decide(entry, Step(s_other) with { Key = new MakeKey("疑难", ["魏健"]) }).Refusal?.Code);
        Assert.Equal("own-court", Decide(entry, Step() with { Share = new ShareEntry([Some.DongGang], null) }).Refusal?.Code);
        Assert.Equal("court-not-in-campaign", Decide(entry, Step(scene: Scene() with { Courts = [Some.DongGang] }) with { Share = new ShareEntry([Some.XiShan], null) }).Refusal?.Code);
        entry = Fold(entry, Step() with { Share = new ShareEntry([Some.XiShan], "协助查找财产") });
        Assert.Equal("not-your-entry", Decide(entry, Step(s_other) with { Key = new MakeKey("疑难", ["魏健"]) }).Refusal?.Code);
        Assert.True(Fold(entry, Step(s_supervisor) with { Key = new MakeKey("疑难", ["魏健"]) }).IsKey);
    }

    private static SetCampaign Campaign(int last = 30, string? reason = null) =>
        new(s_id, s_supervisor, Some.Morning, "集中办访月", Some.Today, Some.Today.AddDays(last), [], reason, Some.Today);

    private static CampaignScene Scene(CaseStatus status = CaseStatus.Open, int? endedOn = null) =>
        new(Some.Today, Some.Today.AddDays(30), [], status, endedOn is { } days ? Some.Today.AddDays(days) : null, Some.DongGang, null, Some.Today);

    private static CampaignStep Step(Actor? actor = null, CampaignScene? scene = null) => new(s_id, actor ?? s_office, Some.Morning, scene ?? Scene());

    private static CampaignStep Gathering(Actor? actor = null, CampaignScene? scene = null, int? limit = null) =>
        Step(actor, scene) with { Gather = new GatherCase(UnitId.Of(Some.DongGang), "魏健", null, limit is { } days ? Some.Today.AddDays(days) : null) };

    private static CampaignStep Receiving(CampaignLevel level, int day = 0) => Step() with { Receive = new ReceiveAtLevel(level, "魏健", null, Some.Today.AddDays(day)) };

    private static CampaignStep Handling(CampaignBatch batch, CampaignScene scene) => Step(scene: scene) with { Handle = new HandleInBatch(batch, Some.Today) };

    private static Decision<CampaignEntryEvent> Decide(CampaignEntryState state, CampaignStep step) => CampaignDecider.Decide(state, s_entry, step);

    private static CampaignEntryState Fold(CampaignEntryState state, CampaignStep step)
    {
        var decision = Decide(state, step);
        Assert.Null(decision.Refusal);
        return decision.Events.Aggregate(state, CampaignEntryState.Evolve);
    }
}
