using System.Collections.Immutable;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;
using static PetitionMesh.Grains.Tests.Cases.CaseStory;

namespace PetitionMesh.Grains.Tests.Cases;

/// <summary>W3 over the pure decider: an owner changes by recorded succession only.</summary>
public sealed class SuccessionTests
{
    private static readonly CitySnapshot City = Rosters.Some.City;
    private static readonly DateTimeOffset Now = Some.Morning.AddHours(3);
    private static readonly LeaderId Heir = new("L013");
    private static readonly LeaderId President = new("L011");
    private static readonly Actor Office = new("office-of-dg", "信访", Some.DongGang, Role.Office);
    private static readonly Actor Owner = new("L012", "领导", Some.DongGang, Role.Leader);

    private static CaseStory Owned => NoCaseYet.When(Some.Reception());

    [Fact]
    public void W3_a_successor_owns_the_case_and_the_first_receiver_stays_visible()
    {
        var handed = When(Owned, Office, Succeed());
        Assert.Equal((Heir, OwnerOrigin.Succession), (handed.State.Owner!.Leader, handed.State.Owner.Origin));
        Assert.Equal(Some.FirstReceiver, handed.State.Hands.FirstReceiver);
        var act = handed.The<CaseEvent.OwnerSucceeded>();
        Assert.Equal((Some.FirstReceiver, Heir, President, Some.Today, "调离"), (act.From, act.To, act.ApprovedBy, act.On, act.Reason));
        Assert.Equal(CaseStatus.Open, handed.State.Status);
    }

    [Fact]
    public void W3_who_recuses_himself_leaves_a_case_without_owner_until_another_is_named_and_never_owns_it_again()
    {
        var recused = When(Owned, Owner, new HandsAct.Recuse(RecusalGround.Decided, null, "原审审判长", President, Some.Today));
        Assert.True(recused.State.Hands.Relieved);
        recused.No<CaseEvent.OwnerFixed>();
        Assert.Empty(When(recused, Owner, new HandsAct.Recuse(RecusalGround.Decided, null, "原审审判长", President, Some.Today)).Events);

        var handed = When(recused, Office, Succeed(ground: SuccessionGround.Recusal));
        Assert.False(handed.State.Hands.Relieved);
        Assert.Equal("recused", Refused(handed, Office, Succeed(to: Some.FirstReceiver)).Code);
    }

    [Fact]
    public void W3_a_recusal_may_name_the_successor_at_once()
    {
        var handed = When(Owned, Office, new HandsAct.Recuse(RecusalGround.Named, Heir, "信访人反映其本人", President, Some.Today));
        handed.The<CaseEvent.OwnerRelieved>();
        Assert.Equal((Heir, SuccessionGround.Recusal, false), (handed.State.Owner!.Leader, handed.The<CaseEvent.OwnerSucceeded>().Ground, handed.State.Hands.Relieved));
    }

    [Fact]
    public void W3_who_is_succeeded_because_of_recusal_has_recused_himself()
    {
        var handed = When(Owned, Office, Succeed(ground: SuccessionGround.Recusal));
        Assert.Equal(RecusalGround.Other, handed.The<CaseEvent.OwnerRelieved>().Ground);
        Assert.Equal("recused", Refused(handed, Office, Succeed(to: Some.FirstReceiver)).Code);
    }

    [Fact]
    public void W8_a_summons_that_is_not_settled_passes_to_the_new_owner()
    {
        var summoned = Owned.When(Some.Reception(2, Some.XiShan, Some.SomeoneElse));
        var handed = When(summoned, Office, Succeed());
        Assert.Equal(Heir, handed.The<CaseEvent.SummonsPassed>().Leader);
        Assert.Equal(Heir, Assert.Single(handed.State.Summonses).LeaderId);
    }

    [Fact]
    public void W3_a_return_visit_after_a_succession_summons_the_new_owner() =>
        Assert.Equal(Heir, When(Owned, Office, Succeed()).When(Some.Reception(2, Some.XiShan, Some.SomeoneElse)).The<CaseEvent.Summoned>().Leader);

    [Theory]
    [InlineData("L999", "L011", 0, "unknown-leader")]
    [InlineData("L012", "L011", 0, "same-owner")]
    [InlineData("L014", "L011", 0, "leader-away")]
    [InlineData("L013", "L015", 0, "approver")]
    [InlineData("L013", "L020", 0, "approver")]
    [InlineData("L011", "L011", 0, "approver-concerned")]
    [InlineData("L013", "L011", 1, "approval-ahead")]
    [InlineData("L013", "L011", -1, "approval-early")]
    public void W3_what_is_no_proper_succession_is_refused(string to, string approver, int days, string code)
    {
        var refusal = Refused(Owned, Office, Succeed(new LeaderId(to), new LeaderId(approver), Some.Today.AddDays(days)));
        Assert.Equal(code, refusal.Code);
        Assert.True(refusal.Rule is "W3" or "W1");
    }

    [Fact]
    public void W3_only_the_owners_office_or_the_supervisor_names_another_and_strangers_learn_nothing()
    {
        Assert.Equal(RefusalKind.Forbidden, Refused(Owned, Owner, Succeed()).Kind);
        Assert.Equal(RefusalKind.NotFound, Refused(Owned, Office with { Court = Some.XiShan }, Succeed()).Kind);
        Assert.NotEmpty(When(Owned, Office with { Court = new CourtId("zy"), Role = Role.Supervisor }, Succeed()).Events);
    }

    [Fact]
    public void W3_a_case_that_nobody_has_received_has_no_owner_to_succeed() =>
        Assert.Equal("no-owner", Refused(NoCaseYet.When(Some.Reception(nobody: true, channel: Channel.Letter)), Office, Succeed()).Code);

    [Fact]
    public void W3_the_office_is_reminded_once_for_each_absence()
    {
        var remind = new RemindOffice(Now, Some.DongGang, Some.FirstReceiver, VacancyGround.Left, Some.Today, Some.Today.AddDays(3));
        var reminded = SuccessionDecider.Remind(Owned.State, remind);
        var after = Owned.Given([.. reminded.Events]);
        Assert.Single(reminded.Events);
        Assert.Empty(SuccessionDecider.Remind(after.State, remind).Events);
        Assert.Single(SuccessionDecider.Remind(after.State, remind with { Since = Some.Today.AddDays(30) }).Events);
        Assert.Empty(SuccessionDecider.Remind(When(Owned, Office, Succeed()).State, remind).Events);
        Assert.Empty(SuccessionDecider.Remind(Owned.State, remind with { Ground = VacancyGround.Recused }).Events);
    }

    [Fact]
    public void W3_long_leave_begins_and_ends_and_telling_it_twice_changes_nothing()
    {
        var leader = Some.FirstReceiver;
        var begin = Tell(new LongLeaveAct.Begin(Some.Today, null, "进修"));
        var begun = LeaderDecider.Decide(leader, LeaderState.Present, begin);
        var away = begun.Events.Aggregate(LeaderState.Present, LeaderState.Evolve);
        Assert.True(away.Leave!.Covers(Some.Today.AddDays(900)));
        Assert.Empty(LeaderDecider.Decide(leader, away, begin).Events);
        var back = LeaderDecider.Decide(leader, away, Tell(new LongLeaveAct.End(Some.Today.AddDays(5)))).Events.Aggregate(away, LeaderState.Evolve);
        Assert.Equal((true, false), (back.Leave!.Covers(Some.Today.AddDays(4)), back.Leave.Covers(Some.Today.AddDays(5))));
        Assert.Empty(LeaderDecider.Decide(leader, back, Tell(new LongLeaveAct.End(Some.Today.AddDays(5)))).Events);
        Assert.Equal("leave-span", LeaderDecider.Decide(leader, back, Tell(new LongLeaveAct.Begin(Some.Today, Some.Today.AddDays(-1), "病"))).Refusal!.Code);
        Assert.Equal(RefusalKind.Forbidden, LeaderDecider.Decide(leader, back, begin with { Actor = Owner with { Subject = "L013" } }).Refusal!.Kind);
    }

    private static TellLongLeave Tell(LongLeaveAct act) => new(new CommandId("test", "1", [], false), Office, Now, Some.DongGang, act);

    private static HandsAct.Succeed Succeed(
        LeaderId? to = null, LeaderId? approver = null, DateOnly? on = null, SuccessionGround ground = SuccessionGround.PostLeft) =>
        new(to ?? Heir, ground, "调离", approver ?? President, on ?? Some.Today);

    private static CaseStory When(CaseStory story, Actor by, HandsAct act)
    {
        var decision = SuccessionDecider.Decide(story.State, Command(by, act), City, Some.Today);
        Assert.Null(decision.Refusal);
        return new CaseStory(decision.Events.Aggregate(story.State, CaseEvolution.Evolve), decision.Events);
    }

    private static Refusal Refused(CaseStory story, Actor by, HandsAct act)
    {
        var decision = SuccessionDecider.Decide(story.State, Command(by, act), City, Some.Today);
        Assert.Empty(decision.Events);
        return decision.Refusal!;
    }

    private static ChangeHands Command(Actor by, HandsAct act) =>
        new(new CommandId("test", "1", [], false), by, Now, act, ImmutableArray.Create(new LeaderId("L014")));
}
