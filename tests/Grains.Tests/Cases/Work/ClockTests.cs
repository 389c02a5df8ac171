using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Acts;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.City;

namespace PetitionMesh.Grains.Tests.Cases.Work;

/// <summary>J5, G1, G2: limits run from the day after, end at 24:00 city time, and are never silently forgotten.</summary>
public sealed class ClockTests
{
    [Fact]
    public void J5_an_assignment_starts_its_four_clocks_from_the_moment_of_receipt()
    {
        var clocks = WorkStory.Assigned().State.Work.Clocks;
        Assert.Equal(
            [(ClockKind.Enter, 4), (ClockKind.Meet, 4), (ClockKind.Progress, 9)],
            clocks.Where(c => c.Clock.Kind is ClockKind.Enter or ClockKind.Meet or ClockKind.Progress).Select(c => (c.Clock.Kind, c.Clock.DueOn.Day)));
        Assert.Equal(new DateOnly(2026, 12, 2), clocks.Single(c => c.Clock.Kind == ClockKind.Close).Clock.DueOn);
        Assert.All(clocks, c => Assert.Equal("J5", c.Clock.Rule));
    }

    [Fact]
    public void J5_specially_ordered_cases_carry_their_own_limits()
    {
        var story = WorkStory.Assigned(null, ("urgent", "true"), ("limits", "close=10 meet=1"));
        Assert.Equal((3, 12, 9), (story.Clock(ClockKind.Meet).Clock.DueOn.Day, story.Clock(ClockKind.Close).Clock.DueOn.Day, story.Clock(ClockKind.Progress).Clock.DueOn.Day));
    }

    [Theory]
    [InlineData(2, 23, 59, ClockState.DueSoon)]
    [InlineData(3, 9, 0, ClockState.DueSoon)]
    [InlineData(4, 0, 0, ClockState.Due)]
    [InlineData(4, 23, 59, ClockState.Due)]
    [InlineData(5, 0, 0, ClockState.Overdue)]
    public void J5_day_one_is_the_day_after_and_the_last_day_ends_at_midnight(int day, int hour, int minute, ClockState state)
    {
        var story = WorkStory.Assigned().On(new DateOnly(2026, 11, day), hour, minute);
        Assert.Equal(state, story.Clock(ClockKind.Meet).StateOn(story.Today));
        Assert.Equal(state == ClockState.Overdue, story.Sweep().Events.OfType<CaseEvent.ClockMissed>().Any(m => m.Clock.Kind == ClockKind.Meet));
    }

    [Fact]
    public void J5_a_clock_is_met_in_time_or_late_and_never_both()
    {
        var inTime = WorkStory.Assigned().After(TimeSpan.FromDays(2)).Does(WorkStory.Owner, CaseAct.Meet).Agreed();
        Assert.False(inTime.The<CaseEvent.ClockMet>().Late);
        var late = WorkStory.Assigned().After(TimeSpan.FromDays(3)).Does(WorkStory.Owner, CaseAct.Meet).Agreed();
        Assert.Equal(ClockKind.Meet, late.The<CaseEvent.ClockMissed>().Clock.Kind);
        Assert.True(late.The<CaseEvent.ClockMet>().Late);
        Assert.Equal(ClockState.MetLate, late.Clock(ClockKind.Meet).StateOn(late.Today));
    }

    [Fact]
    public void A_missed_clock_is_noted_once_with_when_it_was_due_and_when_it_was_noted()
    {
        var swept = WorkStory.Assigned().After(TimeSpan.FromDays(6)).Sweep();
        var missed = swept.Events.OfType<CaseEvent.ClockMissed>().Single(m => m.Clock.Kind == ClockKind.Meet);
        Assert.Equal(new DateTimeOffset(2026, 11, 5, 0, 0, 0, TimeSpan.FromHours(8)), missed.DueAt);
        Assert.Equal((swept.Now, WorkStory.OwnerId), (missed.NotedAt, missed.Owner?.Value));
        Assert.Empty(swept.Sweep().Events);
        Assert.Empty(swept.After(TimeSpan.FromHours(10)).Sweep().Events);
    }

    [Fact]
    public void J5_a_process_that_was_down_for_three_days_notes_at_the_start_what_it_missed()
    {
        var story = WorkStory.Assigned().On(new DateOnly(2026, 11, 4), 23, 50).Sweep();
        Assert.Empty(story.Events);
        var back = story.On(new DateOnly(2026, 11, 7), 23, 50).Sweep();
        Assert.Equal(
            [new DateTimeOffset(2026, 11, 5, 0, 0, 0, TimeSpan.FromHours(8))],
            back.Events.OfType<CaseEvent.ClockMissed>().Select(m => m.DueAt).Distinct());
        Assert.Equal(2, back.Events.Length);
    }

    [Fact]
    public void J5_calendar_days_run_through_the_spring_festival_of_2026()
    {
        // Received on the last working day before the festival (15 to 23 February).
        var story = WorkStory.Assigned(new DateTimeOffset(2026, 2, 13, 16, 0, 0, TimeSpan.FromHours(8)));
        Assert.Equal(new DateOnly(2026, 2, 15), story.Clock(ClockKind.Meet).Clock.DueOn);
        Assert.Equal(new DateOnly(2026, 2, 20), story.Clock(ClockKind.Progress).Clock.DueOn);
    }

    [Fact]
    public void A_limit_whose_data_says_so_is_moved_by_the_spring_festival_and_the_national_day()
    {
        var limit = new ClockLimit(ClockKind.Meet, "J5", 2, LimitUnit.CalendarDays, DutyHolder.Owner, MovedByHolidays: true);
        Assert.Equal(new DateOnly(2026, 2, 24), limit.DueAfter(new DateOnly(2026, 2, 13), WorkStory.Terms.Calendar).Date);
        Assert.Equal(new DateOnly(2026, 10, 8), limit.DueAfter(new DateOnly(2026, 9, 30), WorkStory.Terms.Calendar).Date);
        var working = limit with { Amount = 3, Unit = LimitUnit.WorkingDays };
        Assert.Equal(new DateOnly(2026, 10, 10), working.DueAfter(new DateOnly(2026, 9, 30), WorkStory.Terms.Calendar).Date);
    }

    [Fact]
    public void A_limit_in_a_year_without_calendar_is_provisional()
    {
        var limit = new ClockLimit(ClockKind.Meet, "J5", 5, LimitUnit.WorkingDays, DutyHolder.Owner);
        Assert.True(limit.Start(1, new DateOnly(2031, 3, 3), new CourtId("dg"), WorkStory.Terms.Calendar).Provisional);
    }

    [Fact]
    public void A_receipt_just_before_midnight_counts_from_that_day()
    {
        var story = WorkStory.Assigned(new DateTimeOffset(2026, 11, 2, 23, 59, 59, TimeSpan.FromHours(8)));
        Assert.Equal(4, story.Clock(ClockKind.Meet).Clock.DueOn.Day);
        var next = WorkStory.Assigned(new DateTimeOffset(2026, 11, 3, 0, 0, 0, TimeSpan.FromHours(8)));
        Assert.Equal(5, next.Clock(ClockKind.Meet).Clock.DueOn.Day);
    }

    [Fact]
    public void G1_a_first_reception_is_answered_in_writing_within_seven_days()
    {
        var story = WorkStory.Received();
        Assert.Equal(new DateOnly(2026, 11, 9), story.State.AnswerDue);
        Assert.Empty(story.On(new DateOnly(2026, 11, 9), 23, 59).Sweep().Events);
        var missed = story.On(new DateOnly(2026, 11, 10), 0).Sweep();
        Assert.Equal(("G1", new DateOnly(2026, 11, 9)), (missed.The<CaseEvent.ClockMissed>().Clock.Rule, missed.The<CaseEvent.ClockMissed>().Clock.DueOn));
        Assert.Equal(new DateOnly(2027, 2, 2), missed.Clock(ClockKind.Settle).Clock.DueOn);
    }

    [Fact]
    public void G1_and_G2_are_met_by_the_answers_that_are_recorded()
    {
        var first = WorkStory.Received().After(TimeSpan.FromDays(5)).Does(WorkStory.Clerk, CaseAct.Answer, ("kind", "first")).Agreed();
        Assert.Equal(ClockKind.Answer, first.The<CaseEvent.ClockMet>().Clock.Kind);
        Assert.Equal(ClockState.Running, first.Clock(ClockKind.Settle).StateOn(first.Today));
        var whole = first.After(TimeSpan.FromDays(30)).Does(WorkStory.Clerk, CaseAct.Answer, ("kind", "substantive")).Agreed();
        Assert.Equal((ClockKind.Settle, false), (whole.The<CaseEvent.ClockMet>().Clock.Kind, whole.The<CaseEvent.ClockMet>().Late));
    }

    [Fact]
    public void A_repeat_starts_no_first_answer_again() => Assert.Null(WorkStory.Received().After(TimeSpan.FromDays(1)).Returns().The<CaseEvent.Received>().AnswerDue);

    [Fact]
    public void A_paused_clock_keeps_the_days_that_were_left()
    {
        var paused = WorkStory.Assigned().After(TimeSpan.FromDays(10)).Does(WorkStory.Office, CaseAct.Pause, ("clock", "close-1")).Agreed();
        Assert.Equal((WorkStory.PresidentId, "某处"), (paused.The<CaseEvent.ClockPaused>().ApprovedBy.Value, paused.The<CaseEvent.ClockPaused>().Reason));
        Assert.DoesNotContain(paused.After(TimeSpan.FromDays(60)).Sweep().Events.OfType<CaseEvent.ClockMissed>(), m => m.Clock.Kind == ClockKind.Close);
        var resumed = paused.After(TimeSpan.FromDays(60)).Does(WorkStory.Office, CaseAct.Resume, ("clock", "close-1")).Agreed();
        Assert.Equal(resumed.Today.AddDays(20), resumed.Clock(ClockKind.Close).Clock.DueOn);
        resumed.Does(WorkStory.Office, CaseAct.Resume, ("clock", "close-1")).Refused("J5", RefusalKind.Conflict);
        WorkStory.Assigned().DoesWithout(WorkStory.Office, CaseAct.Pause, "approvedBy", ("clock", "close-1")).Refused("J5", RefusalKind.Rule, "批准人");
    }

    [Fact]
    public void A_clock_that_ran_out_cannot_be_paused_away() =>
        WorkStory.Assigned().After(TimeSpan.FromDays(5)).Does(WorkStory.Office, CaseAct.Pause, ("clock", "meet-1")).Refused("J5", RefusalKind.Conflict);

    [Fact]
    public void Courts_may_be_stricter_than_a_rule_but_never_laxer()
    {
        var strict = new CaseTerms(WorkStory.Terms.Calendar, [(new CourtId("dg"), ClockKind.Meet, 1)]);
        Assert.Equal((1, 2), (strict.Limit(ClockKind.Meet, new CourtId("dg")).Amount, strict.Limit(ClockKind.Meet, new CourtId("kf")).Amount));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CaseTerms(WorkStory.Terms.Calendar, [(new CourtId("dg"), ClockKind.Meet, 3)]));
    }
}
