using PetitionMesh.Grains.Leaders;
using PetitionMesh.Grains.Rosters;

namespace PetitionMesh.Grains.Tests.Rosters;

/// <summary>W16: a swap is agreed between the two leaders and told to the office at least a day before.</summary>
public sealed class SwapTests
{
    private static readonly ShiftKey Tuesday = new(Some.Day(8), ShiftKind.Morning);
    private static readonly ShiftKey Thursday = new(Some.Day(10), ShiftKind.Afternoon);
    private static readonly DateTimeOffset Begin = Some.At(Some.Day(8), 8, 30);

    /// <summary>Tuesday morning is L012's, Thursday afternoon L013's; both days have another court leader besides.</summary>
    private static RosterStory Given => RosterStory.Published()
        .Then(Some.Arrange(Some.Day(8), "L012", "L011"))
        .Then(Some.Arrange(Some.Day(10), "L014", "L013"))
        .Then(Some.Arrange(Some.Day(9), "L016", "L011"));

    [Fact]
    public void A_swap_told_25_hours_before_is_taken()
    {
        var story = Given.When(Propose(), null).Agreed().When(Accept(Begin.AddHours(-25))).Agreed();

        Assert.Equal("L013", story.LeaderOf(Tuesday.Date, Tuesday.Kind)?.Value);
        Assert.Equal("L012", story.LeaderOf(Thursday.Date, Thursday.Kind)?.Value);
        Assert.Equal("L012", story.State.Duties[Tuesday].InsteadOf?.Value);
        Assert.Equal(SwapStatus.Accepted, Assert.Single(story.State.Swaps.Values).Status);
    }

    [Fact]
    public void A_swap_told_23_hours_before_is_refused_with_W16()
    {
        Given.When(Propose(at: Begin.AddHours(-23))).Refused("W16");
        Given.When(Propose()).Agreed().When(Accept(Begin.AddHours(-23))).Refused("W16");
    }

    [Fact]
    public void Exactly_24_hours_before_is_in_time_and_a_moment_later_is_not()
    {
        Given.When(Propose()).Agreed().When(Accept(Begin.AddHours(-24))).Agreed();
        Given.When(Propose()).Agreed().When(Accept(Begin.AddHours(-24).AddTicks(1))).Refused("W16");
    }

    [Fact]
    public void The_earlier_of_the_two_shifts_counts()
    {
        var later = Propose(by: "L013", mine: Thursday, theirs: Tuesday, at: Begin.AddHours(-23));
        Given.When(later).Refused("W16");
    }

    [Fact]
    public void A_court_with_a_longer_notice_refuses_earlier() =>
        Given.When(Propose(at: Begin.AddHours(-47)), TimeSpan.FromHours(48)).Refused("W16");

    [Fact]
    public void Only_the_leader_himself_proposes_and_only_the_other_accepts()
    {
        Assert.Equal(RefusalKind.Forbidden, Given.When(Propose(by: "L014")).Refusal?.Kind);
        var proposed = Given.When(Propose()).Agreed();
        Assert.Equal(RefusalKind.Forbidden, proposed.When(Accept(by: "L012")).Refusal?.Kind);
        Assert.Equal(RefusalKind.Forbidden, proposed.When(Settle(new SwapAct.Decline(), "L014")).Refusal?.Kind);
    }

    [Fact]
    public void Two_swaps_for_one_shift_one_wins_and_the_other_is_told()
    {
        var story = Given.When(Propose(key: "one")).Agreed()
            .When(Propose(key: "two", by: "L014", mine: new ShiftKey(Some.Day(10), ShiftKind.Morning), theirs: Tuesday)).Agreed()
            .When(Accept(key: "one")).Agreed();

        var lost = story.State.Swap(Id("two"));
        Assert.Equal(SwapStatus.Lapsed, lost?.Status);
        Assert.Contains("先行换班", lost?.Why, StringComparison.Ordinal);
        var told = story.When(Settle(new SwapAct.Accept(), "L012", key: "two"));
        Assert.Equal("swap-lapsed", told.Refusal?.Code);
        Assert.Equal("W16", told.Refusal?.Rule);
        Assert.Equal(1, story.State.Duties.Values.Count(d => d.Leader.Value == "L013" && d.Date == Tuesday.Date));
    }

    [Fact]
    public void Accepting_twice_writes_nothing()
    {
        var story = Given.When(Propose()).Agreed().When(Accept()).Agreed();
        var again = story.When(Accept()).Agreed();
        Assert.Empty(again.Events);
    }

    [Fact]
    public void A_declined_swap_moves_nothing_and_cannot_be_accepted()
    {
        var declined = Given.When(Propose()).Agreed().When(Settle(new SwapAct.Decline(), "L013")).Agreed();
        Assert.Equal("L012", declined.LeaderOf(Tuesday.Date, Tuesday.Kind)?.Value);
        declined.When(Accept()).Refused("W16");
    }

    [Fact]
    public void Leave_between_proposal_and_answer_makes_the_swap_lapse()
    {
        var story = Given.When(Propose()).Agreed().Then(new RosterAct.TakeLeave(new LeaderId("L012"), Tuesday.Date, Tuesday.Date));
        Assert.Equal(SwapStatus.Lapsed, story.State.Swap(Id("one"))?.Status);
        story.When(Accept()).Refused("W16");
    }

    [Fact]
    public void Who_is_away_on_the_day_he_would_take_cannot_swap() => Given
        .Then(new RosterAct.TakeLeave(new LeaderId("L012"), Thursday.Date, Thursday.Date))
        .When(Propose())
        .Refused("W16");

    [Fact]
    public void Nobody_swaps_into_a_second_shift_of_a_day() =>
        // L011 has Tuesday afternoon already and would take Tuesday morning for Wednesday afternoon.
        Given.When(Propose(by: "L011", mine: new ShiftKey(Some.Day(9), ShiftKind.Afternoon), theirs: Tuesday)).Refused("W17");

    [Fact]
    public void J2_a_swap_cannot_take_the_only_court_leader_from_a_day() =>
        // Wednesday has L016 and L011; with L016's Thursday counterpart gone, the court leader of Wednesday may not leave for a division head.
        Given.Then(Some.Arrange(Some.Day(11), "L017", "L012"))
            .When(Propose(by: "L017", mine: new ShiftKey(Some.Day(11), ShiftKind.Morning), theirs: new ShiftKey(Some.Day(9), ShiftKind.Afternoon)))
            .Refused("J2");

    [Fact]
    public void S7_a_reception_day_is_not_swapped()
    {
        var day = new RosterAct.Arrange(
            Some.Day(11), [new Arrangement(ShiftKind.ReceptionDay, new LeaderId("L012"), null, null, null, "立案")], null);
        Given.Then(day).When(Propose(mine: new ShiftKey(Some.Day(11), ShiftKind.ReceptionDay))).Refused("S7");
    }

    [Fact]
    public void A_draft_that_is_not_published_cannot_be_swapped() => RosterStory.Of().Then(Some.Draft()).When(Propose()).Refused("W16");

    private static SwapId Id(string key) => SwapId.Of(Some.Command(key).Derive("swap"), Some.September, Some.September);

    private static SwapCommand Propose(
        string by = "L012", ShiftKey? mine = null, ShiftKey? theirs = null, string key = "one", DateTimeOffset? at = null) =>
        Settle(new SwapAct.Propose(mine ?? Tuesday, theirs ?? Thursday, null), by, key, at);

    private static SwapCommand Accept(DateTimeOffset? at = null, string by = "L013", string key = "one") => Settle(new SwapAct.Accept(), by, key, at);

    private static SwapCommand Settle(SwapAct act, string by, string key = "one", DateTimeOffset? at = null) =>
        new(Some.Command(key), Some.Leader(new LeaderId(by)), at ?? Some.Before, Id(key), act);
}
