using System.Diagnostics;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;
using PetitionMesh.Grains.Rosters;

namespace PetitionMesh.Grains.Tests.Rosters;

/// <summary>W16, W17, J2: the automatic draft of a month.</summary>
public sealed class DraftTests
{
    public static TheoryData<string, int> MonthsOfCourts
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var court in Some.City.Document.Courts)
            {
                for (var month = 1; month <= 12; month++)
                    data.Add(court.Id.Value, month);
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(MonthsOfCourts))]
    public void Every_month_of_every_court_is_fair_without_gap_and_never_twice_in_a_day(string court, int month)
    {
        var story = RosterStory.Of(new CourtId(court), new DateOnly(2026, month, 1)).Then(Some.Draft());

        Assert.Empty(story.Gaps);
        Assert.All(story.State.Duties.Values.GroupBy(d => d.Date), day => Assert.Equal(2, day.Select(d => d.Leader).Distinct().Count()));
        FairWithinOne(story);
    }

    [Fact]
    public void The_make_up_sunday_is_worked_and_the_holiday_is_not()
    {
        var story = RosterStory.Of().Then(Some.Draft());

        Assert.NotNull(story.LeaderOf(Some.Day(20), ShiftKind.Morning));
        Assert.NotNull(story.LeaderOf(Some.Day(20), ShiftKind.Afternoon));
        Assert.Null(story.LeaderOf(Some.Day(25), ShiftKind.Morning));
        Assert.Null(story.LeaderOf(Some.Day(19), ShiftKind.Morning));
    }

    [Fact]
    public void A_year_without_official_calendar_is_drafted_as_provisional_and_says_so()
    {
        var story = RosterStory.Of(month: new DateOnly(2031, 3, 1)).Then(Some.Draft());

        Assert.True(story.State.Provisional);
        Assert.Contains(story.Events, e => e is RosterEvent.Drafted { Provisional: true });
    }

    [Fact]
    public void Leave_is_respected_and_the_turns_stay_equal()
    {
        var leave = new RosterAct.TakeLeave(new LeaderId("L012"), Some.Day(7), Some.Day(15));
        var story = RosterStory.Of().Then(leave).Then(Some.Draft());

        Assert.DoesNotContain(story.State.Duties.Values, d => d.Leader.Value == "L012" && d.Date >= Some.Day(7) && d.Date <= Some.Day(15));
        Assert.Empty(story.Gaps);
        FairWithinOne(story);
    }

    [Fact]
    public void Who_owns_more_open_cases_gets_no_odd_turn()
    {
        // August 2026 has 21 working days: 42 shifts among 8 leaders, so two of them have a sixth turn.
        var month = new DateOnly(2026, 8, 1);
        var turns = RosterStory.Of(month: month).Then(Some.Draft(("L016", 30), ("L017", 30), ("L018", 30), ("L015", 30), ("L011", 9), ("L012", 9))).Turns();

        Assert.Equal(6, turns[new LeaderId("L013")]);
        Assert.Equal(6, turns[new LeaderId("L014")]);
        Assert.Equal(42, turns.Values.Sum());
    }

    [Fact]
    public void J2_puts_a_court_leader_on_every_working_day_even_where_turns_become_unequal()
    {
        var story = RosterStory.Of(Some.ZhongYuan).Then(Some.Draft());

        Assert.DoesNotContain(story.Gaps, g => g.Rule == "J2");
    }

    [Fact]
    public void J2_shows_a_gap_when_no_court_leader_is_there_and_the_shift_is_led_all_the_same()
    {
        var story = RosterStory.Of();
        foreach (var id in (string[])["L011", "L012", "L013", "L014"])
            story = story.Then(new RosterAct.TakeLeave(new LeaderId(id), Some.Day(8), Some.Day(8)));
        story = story.Then(Some.Draft());

        var gap = Assert.Single(story.Gaps);
        Assert.Equal("J2", gap.Rule);
        Assert.Equal(Some.Day(8), gap.Date);
        Assert.NotNull(story.LeaderOf(Some.Day(8), ShiftKind.Morning));
    }

    [Fact]
    public void The_same_question_has_the_same_answer()
    {
        var one = RosterStory.Of().Then(Some.Draft(("L012", 4)));
        var other = RosterStory.Of().Then(Some.Draft(("L012", 4)));

        Assert.Equal(one.State.Duties.Values, other.State.Duties.Values);
        Assert.Empty(one.When(Some.Draft(("L012", 4))).Events);
    }

    [Fact]
    public void A_new_draft_leaves_days_arranged_by_hand_alone()
    {
        var story = RosterStory.Of().Then(Some.Arrange(Some.Day(8), "L018", "L011")).Then(Some.Draft());

        Assert.Equal("L018", story.LeaderOf(Some.Day(8), ShiftKind.Morning)?.Value);
        Assert.Equal("L011", story.LeaderOf(Some.Day(8), ShiftKind.Afternoon)?.Value);
        FairWithinOne(story);
    }

    [Fact]
    public void Once_published_a_draft_only_fills_gaps_that_have_not_begun()
    {
        var published = RosterStory.Published();
        var holder = published.LeaderOf(Some.Day(8), ShiftKind.Morning)!.Value;
        var leave = published.Then(new RosterAct.TakeLeave(holder, Some.Day(8), Some.Day(8)));

        var filled = leave.Then(Some.Draft());
        Assert.Equal([new ShiftKey(Some.Day(8), ShiftKind.Morning)], filled.State.Duties.Values.Except(leave.State.Duties.Values).Select(d => d.Key));
        Assert.NotEqual(holder, filled.LeaderOf(Some.Day(8), ShiftKind.Morning));
        Assert.Equal(3, filled.State.Version);

        Assert.Empty(leave.When(Some.Draft(), now: Some.At(Some.Day(8), 9)).Events);
    }

    [Fact]
    public void In_a_sensitive_period_leaders_of_the_intermediate_court_serve_at_their_linked_courts()
    {
        var period = new RosterAct.DeclareSensitive(new SensitivePeriod("测试时期", Some.Day(14), Some.Day(18)));
        var rosters = Some.City.Document.Courts.Select(c => RosterStory.Of(c.Id).Then(period).Then(Some.Draft())).ToArray();

        Assert.All(rosters, r => Assert.Empty(r.Gaps));
        var served = rosters.Where(r => r.Roster.Court != Some.ZhongYuan).SelectMany(r => r.State.Duties.Values.Where(d => d.LeaderCourt == Some.ZhongYuan)).ToArray();
        Assert.All(served, d => Assert.InRange(d.Date, Some.Day(14), Some.Day(18)));
        Assert.Equal(5 * 4, served.Length); // Five linked leaders on five days; each day one court leader stays at the intermediate court.
        Assert.All(
            rosters.SelectMany(r => r.State.Duties.Values).GroupBy(d => (d.Date, d.Leader)),
            day => Assert.Single(day));
    }

    [Fact]
    public void Six_courts_are_drafted_in_well_under_a_second()
    {
        var watch = Stopwatch.StartNew();
        foreach (var court in Some.City.Document.Courts)
            RosterStory.Of(court.Id).Then(Some.Draft());
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    /// <summary>Equal within one shift among those whom J2 binds alike; among all, wherever J2 leaves room for it.</summary>
    internal static void FairWithinOne(RosterStory story)
    {
        var turns = story.Turns();
        var leading = turns.Where(t => Some.City.Leader(t.Key)!.IsCourtLeader()).Select(t => t.Value).ToArray();
        var others = turns.Where(t => !Some.City.Leader(t.Key)!.IsCourtLeader()).Select(t => t.Value).ToArray();
        Assert.InRange(leading.Max() - leading.Min(), 0, 1);
        Assert.InRange(others.Max() - others.Min(), 0, 1);
        var days = story.Ground().Days.Length;
        var (equal, odd) = Math.DivRem(2 * days, turns.Count);
        if ((leading.Length * equal) + Math.Min(odd, leading.Length) >= days)
            Assert.InRange(turns.Values.Max() - turns.Values.Min(), 0, 1);
        else
            Assert.Equal(days, leading.Sum());
    }
}
