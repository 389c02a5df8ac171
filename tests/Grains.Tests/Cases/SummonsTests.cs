using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using static PetitionMesh.Grains.Tests.Cases.CaseStory;

namespace PetitionMesh.Grains.Tests.Cases;

/// <summary>W8 over the pure decider: what becomes of a summons after it was sent.</summary>
public sealed class SummonsTests
{
    private static readonly DateTimeOffset Sent = Some.Morning.AddHours(1);
    private static readonly SummonsId Summons = new(Some.ReceptionId(2).Guid);
    private static readonly Actor Owner = new("L012", "领导", Some.DongGang, Role.Leader);
    private static readonly Actor ClerkThere = new("clerk-of-xs", "书记员", Some.XiShan, Role.Clerk);
    private static readonly Actor ClerkOfOwner = new("clerk-of-dg", "书记员", Some.DongGang, Role.Clerk);
    private static readonly MeetingArrangement Tomorrow = new(MeetingMode.Video, Sent.AddDays(1), null);

    private static CaseStory Summoned =>
        NoCaseYet.When(Some.Reception()).When(Some.Reception(2, Some.XiShan, Some.SomeoneElse, occurredAt: Sent));

    [Fact]
    public void W8_the_first_answer_is_what_counts_and_the_same_answer_again_writes_nothing()
    {
        var acknowledged = When(Summoned, Owner, new SummonsAct.Acknowledge(), Sent.AddMinutes(4));
        Assert.Single(acknowledged.Events);
        Assert.Empty(When(acknowledged, Owner, new SummonsAct.Acknowledge(), Sent.AddMinutes(9)).Events);

        var attended = When(acknowledged, ClerkThere, new SummonsAct.Attend(null), Sent.AddMinutes(20));
        Assert.Empty(When(attended, Owner, new SummonsAct.Attend(null), Sent.AddMinutes(30)).Events);
        var standing = attended.State.Summons(Summons)!;
        Assert.Equal(
            (SummonsStatus.Attended, Sent.AddMinutes(4), Sent.AddMinutes(20)), (standing.Status, standing.AnsweredAt, standing.SettledAt));
    }

    [Fact]
    public void W4_a_meeting_is_arranged_and_then_kept()
    {
        var arranged = When(Summoned, Owner, new SummonsAct.Arrange(Tomorrow), Sent.AddMinutes(5));
        Assert.Equal(Tomorrow, arranged.State.Summons(Summons)!.Meeting);
        Assert.Empty(When(arranged, Owner, new SummonsAct.Arrange(Tomorrow), Sent.AddMinutes(6)).Events);
        var kept = When(arranged, Owner, new SummonsAct.Keep(null), Sent.AddDays(1).AddMinutes(30));
        Assert.Equal(SummonsStatus.Kept, kept.State.Summons(Summons)!.Status);
        Assert.Equal("summons-settled", Refused(kept, Owner, new SummonsAct.Arrange(Tomorrow), Sent.AddMinutes(7)).Code);
    }

    [Fact]
    public void W4_a_meeting_is_missed_only_after_its_time_and_another_may_be_arranged()
    {
        var arranged = When(Summoned, Owner, new SummonsAct.Arrange(Tomorrow), Sent.AddMinutes(5));
        Assert.Equal("meeting-ahead", Refused(arranged, Owner, new SummonsAct.Miss(null), Sent.AddHours(2)).Code);
        var missed = When(arranged, ClerkOfOwner, new SummonsAct.Miss("信访人未到"), Sent.AddDays(1).AddHours(1));
        Assert.Equal(SummonsStatus.Missed, missed.State.Summons(Summons)!.Status);
        var again = When(missed, Owner, new SummonsAct.Arrange(new(MeetingMode.OnSite, Sent.AddDays(3), null)), Sent.AddDays(1).AddHours(2));
        Assert.Equal((SummonsStatus.Arranged, MeetingMode.OnSite), (again.State.Summons(Summons)!.Status, again.State.Summons(Summons)!.Meeting!.Mode));
    }

    [Theory]
    [InlineData(29, 0)]
    [InlineData(30, 1)]
    [InlineData(300, 1)]
    public void W8_nobody_answered_in_time_escalates_once(int minutes, int events)
    {
        var swept = When(Summoned, null, Sweep, Sent.AddMinutes(minutes));
        Assert.Equal(events, swept.Events.OfType<CaseEvent.SummonsEscalated>().Count());
        if (events == 0)
            return;
        Assert.Equal((Some.DongGang, Sent.AddMinutes(30)), (swept.The<CaseEvent.SummonsEscalated>().Office, swept.The<CaseEvent.SummonsEscalated>().DueAt));
        Assert.Empty(When(swept, null, Sweep, Sent.AddMinutes(minutes + 1)).Events);
        var late = When(swept, Owner, new SummonsAct.Acknowledge(), Sent.AddMinutes(400)).State.Summons(Summons)!;
        Assert.Equal((SummonsStatus.Acknowledged, true), (late.Status, late.EscalatedAt is not null));
    }

    [Fact]
    public void W8_an_answered_summons_never_escalates_and_a_meeting_nobody_recorded_is_missed()
    {
        var arranged = When(Summoned, Owner, new SummonsAct.Arrange(Tomorrow), Sent.AddMinutes(5));
        Assert.Empty(When(arranged, null, Sweep, Sent.AddDays(2).AddMinutes(-1)).Events);
        When(arranged, null, Sweep, Sent.AddDays(2)).The<CaseEvent.SummonsMissed>();
        Assert.Empty(When(When(Summoned, Owner, new SummonsAct.Acknowledge(), Sent.AddMinutes(29)), null, Sweep, Sent.AddDays(9)).Events);
    }

    [Fact]
    public void W8_the_place_that_called_records_who_came_but_answers_for_nobody()
    {
        Assert.Equal("not-your-summons", Refused(Summoned, ClerkThere, new SummonsAct.Acknowledge(), Sent.AddMinutes(1)).Code);
        Assert.Equal("not-your-summons", Refused(Summoned, ClerkThere, new SummonsAct.Arrange(Tomorrow), Sent.AddMinutes(1)).Code);
        Assert.Single(When(Summoned, ClerkThere, new SummonsAct.Attend(null), Sent.AddMinutes(1)).Events);
        Assert.Single(When(Summoned, ClerkOfOwner, new SummonsAct.Acknowledge(), Sent.AddMinutes(1)).Events);
    }

    [Fact]
    public void A_court_that_takes_no_part_learns_nothing_of_a_summons() =>
        Assert.Equal(RefusalKind.NotFound, Refused(Summoned, ClerkThere with { Court = new CourtId("kf") }, new SummonsAct.Acknowledge(), Sent).Kind);

    [Theory]
    [InlineData(0, "meeting-past")]
    [InlineData(184 * 24, "meeting-too-far")]
    public void A_meeting_is_arranged_for_the_time_ahead(int hours, string code) =>
        Assert.Equal(code, Refused(Summoned, Owner, new SummonsAct.Arrange(new(MeetingMode.Appointment, Sent.AddHours(hours), null)), Sent).Code);

    [Fact]
    public void Nobody_came_before_he_was_called_or_in_the_future()
    {
        Assert.Equal("time-before-summons", Refused(Summoned, Owner, new SummonsAct.Attend(Sent.AddMinutes(-1)), Sent.AddMinutes(9)).Code);
        Assert.Equal("time-ahead", Refused(Summoned, Owner, new SummonsAct.Attend(Sent.AddMinutes(20)), Sent.AddMinutes(9)).Code);
        Assert.Equal("nothing-arranged", Refused(Summoned, Owner, new SummonsAct.Keep(null), Sent.AddMinutes(9)).Code);
    }

    private static SummonsAct.Sweep Sweep => new(TimeSpan.FromMinutes(30), TimeSpan.FromDays(1));

    private static CaseStory When(CaseStory story, Actor? by, SummonsAct act, DateTimeOffset at)
    {
        var decision = SummonsDecider.Decide(story.State, Command(by, act, at), Some.DongGang);
        Assert.Null(decision.Refusal);
        return new CaseStory(decision.Events.Aggregate(story.State, CaseEvolution.Evolve), decision.Events);
    }

    private static Refusal Refused(CaseStory story, Actor by, SummonsAct act, DateTimeOffset at)
    {
        var decision = SummonsDecider.Decide(story.State, Command(by, act, at), Some.DongGang);
        Assert.Empty(decision.Events);
        return decision.Refusal!;
    }

    private static AnswerSummons Command(Actor? by, SummonsAct act, DateTimeOffset at) =>
        new(new CommandId("test", "1", [], false), by ?? new Actor("system", "system", Some.XiShan, Role.Supervisor), at, Summons, act);
}
