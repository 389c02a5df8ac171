using System.Collections.Immutable;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;
using PetitionMesh.Grains.Rosters;

namespace PetitionMesh.Grains.Tests.Rosters;

/// <summary>W16, W17, S7, S11: what the petition office may arrange, and who may do what.</summary>
public sealed class RosterRuleTests
{
    [Fact]
    public void W17_shifts_are_half_days_of_the_city() =>
        Assert.All(RosterStory.Of().Then(Some.Draft()).State.Duties.Values, d =>
        {
            var from = Some.City.InCity(d.From);
            Assert.Equal(d.Kind == ShiftKind.Morning ? "08:30" : "13:30", from.ToString("HH:mm", null));
            Assert.Equal(d.Kind == ShiftKind.Morning ? "11:30" : "17:00", Some.City.InCity(d.To).ToString("HH:mm", null));
        });

    [Fact]
    public void W17_a_holiday_has_no_half_day_shift() => RosterStory.Of().When(Some.Arrange(Some.Day(25), "L012", null)).Refused("W17");

    [Fact]
    public void W17_nobody_serves_twice_in_a_day() => RosterStory.Of().When(Some.Arrange(Some.Day(8), "L012", "L012")).Refused("W17");

    [Fact]
    public void W17_a_leader_of_another_court_does_not_serve_here() => RosterStory.Of().When(Some.Arrange(Some.Day(8), "L020", "L012")).Refused("W17");

    [Fact]
    public void W17_a_linked_leader_serves_here_only_in_a_sensitive_period()
    {
        var day = Enumerable.Range(14, 5).Select(d => Some.Day(d)).First(d =>
            SensitivePeriod.PlaceOf(Some.City.Leader(new LeaderId("L001"))!, d, [new SensitivePeriod("x", d, d)], Some.City) == Some.DongGang);
        RosterStory.Of().When(Some.Arrange(day, "L001", null)).Refused("W17");

        var sensitive = RosterStory.Of().Then(new RosterAct.DeclareSensitive(new SensitivePeriod("测试时期", Some.Day(14), Some.Day(18))));
        Assert.Equal("L001", sensitive.Then(Some.Arrange(day, "L001", null)).LeaderOf(day, ShiftKind.Morning)?.Value);
    }

    [Fact]
    public void W16_a_leader_on_leave_cannot_be_arranged() => RosterStory.Of()
        .Then(new RosterAct.TakeLeave(new LeaderId("L012"), Some.Day(1), Some.Day(30)))
        .When(Some.Arrange(Some.Day(8), "L012", null))
        .Refused("W16");

    [Fact]
    public void W1_unknown_leaders_are_refused() => RosterStory.Of().When(Some.Arrange(Some.Day(8), "L999", null)).Refused("W1");

    [Fact]
    public void S11_the_desk_outside_working_hours_may_be_on_a_sunday_but_not_within_a_shift()
    {
        Arrangement Desk(int from, int to) => new(ShiftKind.AfterHours, new LeaderId("L012"), new TimeOnly(from, 0), new TimeOnly(to, 0), null, null);
        var sunday = RosterStory.Of().Then(new RosterAct.Arrange(Some.Day(6), [Desk(9, 11)], null));
        Assert.Equal("L012", sunday.LeaderOf(Some.Day(6), ShiftKind.AfterHours)?.Value);
        RosterStory.Of().When(new RosterAct.Arrange(Some.Day(8), [Desk(16, 19)], null)).Refused("S11");
        RosterStory.Of().Then(new RosterAct.Arrange(Some.Day(8), [Desk(17, 20)], null));
    }

    [Fact]
    public void S7_a_reception_day_by_appointment_stands_beside_the_duty_leader()
    {
        var story = RosterStory.Of().Then(new RosterAct.Arrange(
            Some.Day(9),
            [
                new Arrangement(ShiftKind.ReceptionDay, new LeaderId("L013"), null, null, "王某", "民事审判"),
                new Arrangement(ShiftKind.Morning, new LeaderId("L012"), null, null, null, null),
            ],
            null)).Then(Some.Draft());

        Assert.Equal("L013", story.LeaderOf(Some.Day(9), ShiftKind.ReceptionDay)?.Value);
        Assert.Equal("L012", story.LeaderOf(Some.Day(9), ShiftKind.Morning)?.Value);
        Assert.NotEqual("L013", story.LeaderOf(Some.Day(9), ShiftKind.Afternoon)?.Value);
    }

    [Fact]
    public void S7_a_reception_day_that_is_called_off_takes_its_shift_with_it_and_frees_its_leader()
    {
        var held = RosterStory.Of().Then(Some.Arrange(Some.Day(9), "L012", "L013")).Then(new RosterAct.Publish())
            .Then(new RosterAct.HoldReceptionDay(Some.Day(9), new LeaderId("L014"), new TimeOnly(13, 30), new TimeOnly(17, 0), "立案"));
        var callOff = new RosterAct.CallOffReceptionDay(Some.Day(9), new LeaderId("L014"), "领导出差");
        Assert.Equal(RefusalKind.Forbidden, held.When(callOff, by: Some.Leader(new LeaderId("L014"))).Refusal?.Kind);

        var calledOff = held.Then(callOff);
        Assert.Null(calledOff.LeaderOf(Some.Day(9), ShiftKind.ReceptionDay));
        Assert.Equal("L012", calledOff.LeaderOf(Some.Day(9), ShiftKind.Morning)?.Value);
        Assert.Equal(held.State.Version + 1, calledOff.State.Version);
        Assert.Empty(calledOff.Then(callOff).Events);
        Assert.Equal("L014", calledOff.Then(Some.Arrange(Some.Day(9), "L014", "L013")).LeaderOf(Some.Day(9), ShiftKind.Morning)?.Value);
    }

    [Fact]
    public void S7_calling_off_leaves_a_reception_day_that_another_leader_has_by_now_alone()
    {
        var held = RosterStory.Of().Then(Some.Arrange(Some.Day(9), "L012", "L013")).Then(new RosterAct.Publish())
            .Then(new RosterAct.HoldReceptionDay(Some.Day(9), new LeaderId("L014"), new TimeOnly(13, 30), new TimeOnly(17, 0), "立案"));
        Assert.Empty(held.Then(new RosterAct.CallOffReceptionDay(Some.Day(9), new LeaderId("L011"), "领导出差")).Events);
    }

    [Fact]
    public void Only_the_office_of_the_court_and_the_supervisor_make_the_roster()
    {
        Assert.Equal(RefusalKind.Forbidden, RosterStory.Of().When(Some.Draft(), by: Some.Office(new CourtId("xs"))).Refusal?.Kind);
        Assert.Equal(RefusalKind.Forbidden, RosterStory.Of().When(Some.Draft(), by: Some.Leader(new LeaderId("L012"))).Refusal?.Kind);
        RosterStory.Of().Then(Some.Draft(), by: Some.Office()).Then(new RosterAct.Publish(), by: Some.Supervisor);
    }

    [Fact]
    public void A_leader_may_announce_his_own_leave_and_nobody_elses()
    {
        var leave = new RosterAct.TakeLeave(new LeaderId("L012"), Some.Day(8), Some.Day(8));
        RosterStory.Of().Then(leave, by: Some.Leader(new LeaderId("L012")));
        Assert.Equal(RefusalKind.Forbidden, RosterStory.Of().When(leave, by: Some.Leader(new LeaderId("L013"))).Refusal?.Kind);
    }

    [Fact]
    public void Leave_vacates_what_has_not_begun_and_shows_it_as_a_gap()
    {
        var published = RosterStory.Published();
        var days = published.State.Duties.Values.Where(d => d.Leader.Value == "L012").Select(d => d.Date).Order().ToArray();
        var story = published.Then(new RosterAct.TakeLeave(new LeaderId("L012"), days[0], days[^1]), now: Some.At(days[1], 18));

        Assert.Equal(days[..2], story.State.Duties.Values.Where(d => d.Leader.Value == "L012").Select(d => d.Date).Order());
        Assert.Equal(days[2..], story.Gaps.Where(g => g.Kind is not null).Select(g => g.Date).Order());
        Assert.Equal(2, story.State.Version);
    }

    [Fact]
    public void W16_every_change_after_publication_is_a_new_version()
    {
        var story = RosterStory.Of().Then(Some.Draft());
        Assert.Equal(0, story.State.Version);
        story = story.Then(new RosterAct.Publish());
        Assert.Equal(1, story.State.Version);
        Assert.Empty(story.When(new RosterAct.Publish()).Events);
        story = story.Then(Some.Arrange(Some.Day(8), "L012", "L015"));
        Assert.Equal(2, story.State.Version);
        Assert.Empty(story.When(Some.Arrange(Some.Day(8), "L012", "L015")).Events);
    }

    [Fact]
    public void W16_an_empty_roster_cannot_be_published() => RosterStory.Of().When(new RosterAct.Publish()).Refused("W16");

    [Fact]
    public void A_published_shift_that_has_begun_changes_only_with_a_reason()
    {
        var published = RosterStory.Published();
        var now = Some.At(Some.Day(8), 9);
        published.When(Some.Arrange(Some.Day(8), "L018", "L011"), now: now).Refused("W17");
        published.Then(Some.Arrange(Some.Day(8), "L018", "L011", "原带班领导突发疾病，由执行局局长代班"), now: now);
    }

    [Fact]
    public void A_sensitive_period_that_is_withdrawn_brings_its_leaders_home()
    {
        var story = RosterStory.Of()
            .Then(new RosterAct.DeclareSensitive(new SensitivePeriod("测试时期", Some.Day(14), Some.Day(18))))
            .Then(Some.Draft())
            .Then(new RosterAct.WithdrawSensitive("测试时期"));

        Assert.DoesNotContain(story.State.Duties.Values, d => d.LeaderCourt == Some.ZhongYuan);
        Assert.Empty(story.Then(Some.Draft()).Gaps);
    }

    [Fact]
    public void Events_that_cannot_follow_throw() => Assert.Throws<InvalidOperationException>(() =>
        RosterEvolution.Evolve(RosterState.Empty, new RosterEvent.Published(Some.Roster(), 3)));

    [Fact]
    public void A_court_may_ask_for_more_notice_but_not_for_less()
    {
        var terms = new RosterTerms(RosterTerms.LeastSwapNotice, [KeyValuePair.Create(Some.DongGang, TimeSpan.FromHours(48))]);
        Assert.Equal(TimeSpan.FromHours(48), terms.SwapNotice(Some.DongGang));
        Assert.Equal(TimeSpan.FromHours(24), terms.SwapNotice(Some.ZhongYuan));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RosterTerms(TimeSpan.FromHours(23), []));
    }
}
