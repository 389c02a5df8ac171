using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Acts;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.Cases.Closings;
using PetitionMesh.Grains.Cases.Papers;

namespace PetitionMesh.Grains.Tests.Cases.Work;

/// <summary>W14(4): a promise holds for a year, and what a return does to it.</summary>
public sealed class ReturnTests
{
    private static readonly DateOnly Ended = new(2026, 11, 2);

    private static WorkStory Promised => WorkStory.Received().Closes("writtenUndertaking").SignedAll();

    private static WorkStory Final => Promised.On(Ended.AddYears(1).AddDays(1), 0).Sweep();

    private static CaseCommand.ReportOutsideVisit Outside(WorkStory story) =>
        new(new ActId(Guid.NewGuid()), Level.Capital, story.Today, "省信访局", WorkStory.Supervisor, story.Ground);

    [Fact]
    public void W14_a_year_without_a_return_makes_a_promise_final_by_the_clock()
    {
        var lastDay = Promised.On(Ended.AddYears(1), 23, 59);
        Assert.Empty(lastDay.Sweep().Events);
        var after = lastDay.On(Ended.AddYears(1).AddDays(1), 0).Sweep();
        Assert.Equal(CaseStatus.Resolved, after.State.Status);
        Assert.Equal(Ended.AddYears(1).AddDays(1), after.The<CaseEvent.BecameFinal>().On);
        Assert.Empty(after.Sweep().Events);
        Assert.Empty(after.Events.OfType<CaseEvent.ClockMissed>());
    }

    [Fact]
    public void W14_a_return_within_the_year_reopens_and_takes_the_very_resolution_back()
    {
        var back = Promised.On(Ended.AddYears(1), 23, 59).Returns();
        Assert.Equal((CaseStatus.Reopened, CaseStatus.Provisional), (back.State.Status, back.The<CaseEvent.Reopened>().Undone.Status));
        Assert.Equal(Ended, back.The<CaseEvent.Reopened>().Undone.Day);
        Assert.Equal(["final-1"], back.The<CaseEvent.ClockStopped>().Clocks.Select(c => c.Value));
        Assert.Equal(back.Today.AddMonths(3), back.Clock(ClockKind.Settle).Clock.DueOn);
    }

    [Fact]
    public void W14_a_visit_before_the_promise_that_is_entered_after_it_breaks_nothing()
    {
        var promised = Promised;
        var late = promised.Tell(Tests.Some.Reception(2, by: new(WorkStory.OwnerId), occurredAt: promised.Now.AddDays(-3), now: promised.Now) with { Terms = WorkStory.Terms });
        Assert.Equal(CaseStatus.Provisional, late.State.Status);
        Assert.Equal((2, false, true), (late.The<CaseEvent.Received>().Number, late.The<CaseEvent.Received>().Returned, late.The<CaseEvent.Received>().Late));
    }

    [Fact]
    public void W14_the_visit_at_which_the_promise_was_made_does_not_break_it_and_one_later_that_day_does()
    {
        var signed = Promised.After(TimeSpan.FromHours(5));
        var before = signed with { State = signed.State with { Ending = signed.State.Ending! with { At = signed.Now } } };
        Assert.False(before.Tell(Tests.Some.Reception(2, by: new(WorkStory.OwnerId), occurredAt: before.Now.AddHours(-4))).The<CaseEvent.Received>().Returned);
        Assert.Equal(CaseStatus.Provisional, before.Tell(Tests.Some.Reception(2, by: new(WorkStory.OwnerId), occurredAt: before.Now.AddHours(-4))).State.Status);
        Assert.Equal(CaseStatus.Reopened, before.After(TimeSpan.FromHours(1)).Returns().State.Status);
        Assert.Equal(CaseStatus.Provisional, before.Tell(Outside(before)).Agreed().State.Status);
    }

    [Fact]
    public void W14_who_comes_back_while_the_promise_is_being_signed_ends_the_signing()
    {
        var submitted = WorkStory.Assigned().Closes("oralPromise").Signs(WorkStory.Owner);
        // The visit at which it was promised is often entered after the report.
        var entered = submitted.After(TimeSpan.FromHours(1));
        Assert.NotNull(entered.Tell(Tests.Some.Reception(2, by: new(WorkStory.OwnerId), occurredAt: submitted.Now.AddHours(-1), now: entered.Now)).State.Work.Closing);
        Assert.Equal(LapseGround.Returned, entered.Returns().The<CaseEvent.ClosingLapsed>().Ground);
        Assert.NotNull(entered.Tell(Outside(entered)).State.Work.Closing);
        var next = submitted.After(TimeSpan.FromDays(1));
        Assert.Equal(LapseGround.Returned, next.Tell(Outside(next)).Agreed().The<CaseEvent.ClosingLapsed>().Ground);
        var back = submitted.After(TimeSpan.FromDays(2)).Returns();
        Assert.Equal(LapseGround.Returned, back.The<CaseEvent.ClosingLapsed>().Ground);
        back.Does(WorkStory.President, CaseAct.Sign).Refused("J6", RefusalKind.Conflict);
        Assert.NotNull(WorkStory.Assigned().Files(PaperKind.ReviewReport, PaperKind.SelfExamination, PaperKind.ResolutionPlan) is var other
            ? other.Does(WorkStory.Judge, CaseAct.Close, other.Papers, ("ground", "other")).After(TimeSpan.FromDays(2)).Returns().State.Work.Closing : null);
    }

    [Fact]
    public void G2_after_a_visit_elsewhere_that_is_told_late_runs_from_the_day_it_was_told()
    {
        var told = Promised.On(Ended.AddMonths(10));
        var late = told.Tell(Outside(told) with { On = Ended.AddMonths(5) }).Agreed();
        Assert.Equal(Ended.AddMonths(5), late.The<CaseEvent.Reopened>().On);
        Assert.Equal(told.Today.AddMonths(3), late.Clock(ClockKind.Settle).Clock.DueOn);
    }

    [Fact]
    public void W14_a_visit_after_the_year_that_is_seen_before_any_sweep_stops_the_watch_too() => Assert.Equal(
        ["final-1"], Promised.On(Ended.AddYears(1).AddDays(1)).Returns().The<CaseEvent.ClockStopped>().Clocks.Select(c => c.Value));

    [Fact]
    public void W14_a_visit_to_province_or_capital_within_the_year_breaks_the_promise_too()
    {
        var within = Promised.On(Ended.AddMonths(6));
        Assert.Single(within.Tell(Outside(within)).Agreed().Events.OfType<CaseEvent.Reopened>());
        var later = Promised.On(Ended.AddYears(1).AddDays(2));
        var told = later.Tell(Outside(later)).Agreed();
        Assert.Empty(told.Events.OfType<CaseEvent.Reopened>());
        Assert.Equal(CaseStatus.Resolved, told.State.Status);
    }

    [Fact]
    public void A_visit_elsewhere_is_a_notice_and_no_reception()
    {
        var told = WorkStory.Received();
        var after = told.Tell(Outside(told)).Agreed();
        Assert.Equal(WorkStory.OwnerId, after.The<CaseEvent.OutsideVisitReported>().Owner?.Value);
        Assert.Single(after.State.Receptions);
        Assert.Equal(CaseStatus.Open, after.State.Status);
    }

    [Fact]
    public void W14_after_the_year_a_return_is_a_repeat_of_the_same_owner_and_only_his_act_reopens()
    {
        var back = Final.Returns();
        Assert.True(back.The<CaseEvent.Received>().Returned);
        Assert.Equal(CaseStatus.Resolved, back.State.Status);
        back.Does(WorkStory.President, CaseAct.Reopen).Refused("W14", RefusalKind.Forbidden);
        back.DoesWithout(WorkStory.Owner, CaseAct.Reopen, "reason").Refused("W14", RefusalKind.Rule);
        Assert.Equal(CaseStatus.Reopened, back.Does(WorkStory.Owner, CaseAct.Reopen).Agreed().State.Status);
    }

    [Fact]
    public void W14_reopening_what_became_final_carries_the_final_status_so_that_no_earlier_count_changes()
    {
        var reopened = Final.Does(WorkStory.Owner, CaseAct.Reopen).Agreed();
        Assert.Equal(CaseStatus.Resolved, reopened.The<CaseEvent.Reopened>().Undone.Status);
        // Also when nobody has swept before the owner acts.
        var unswept = Promised.On(Ended.AddYears(2)).Does(WorkStory.Owner, CaseAct.Reopen).Agreed();
        Assert.Equal(CaseStatus.Resolved, unswept.The<CaseEvent.Reopened>().Undone.Status);
    }

    [Fact]
    public void W14_within_the_year_the_owners_act_takes_the_promise_back()
    {
        var reopened = Promised.On(Ended.AddMonths(1)).Does(WorkStory.Owner, CaseAct.Reopen).Agreed();
        Assert.Equal(CaseStatus.Provisional, reopened.The<CaseEvent.Reopened>().Undone.Status);
    }

    [Fact]
    public void A_reopened_case_ends_again_only_by_papers_and_signatures_again()
    {
        var back = Promised.On(Ended.AddMonths(1)).Returns();
        back.Does(WorkStory.Judge, CaseAct.Close, back.Papers, ("ground", "oralPromise")).Refused("J9", RefusalKind.Rule, "息诉材料");
        var reopened = back.Files(PaperKind.Settlement);
        Assert.Equal(2, reopened.Does(WorkStory.Judge, CaseAct.Close, reopened.Papers, ("ground", "oralPromise")).Agreed().State.Work.Closing!.Layers.Length);
        Assert.False(reopened.State.Work.Has(CaseAct.Review));
    }

    [Fact]
    public void S10_the_petitioner_rates_once_per_answered_or_ended_round()
    {
        var open = WorkStory.Received();
        Assert.Equal("S10", open.Tell(new CaseCommand.Rate(5, open.Ground)).Refusal?.Rule);
        var answered = open.Does(WorkStory.Clerk, CaseAct.Answer).Agreed();
        var rated = answered.Tell(new CaseCommand.Rate(4, answered.Ground)).Agreed();
        Assert.Equal(RefusalKind.Conflict, rated.Tell(new CaseCommand.Rate(1, rated.Ground)).Refusal?.Kind);
        var round = Promised.On(Ended.AddMonths(1)).Returns().Closes("oralPromise").SignedAll();
        Assert.Single(round.Tell(new CaseCommand.Rate(3, round.Ground)).Agreed().Events);
    }

    [Fact]
    public void The_petitioner_asks_for_reopening_and_the_owner_decides()
    {
        var asked = Final.Tell(new CaseCommand.AskReopening(new ActId(Guid.NewGuid()), Tests.Some.Sealed(), Final.Ground)).Agreed();
        Assert.Equal((CaseStatus.Resolved, WorkStory.OwnerId), (asked.State.Status, asked.The<CaseEvent.ReopeningAsked>().Owner?.Value));
        Assert.Equal("W14", WorkStory.Received().Tell(new CaseCommand.AskReopening(new ActId(Guid.NewGuid()), Tests.Some.Sealed(), WorkStory.Received().Ground)).Refusal?.Rule);
    }

    [Fact]
    public void Joined_cases_share_their_courts_and_the_younger_takes_no_more_acts()
    {
        var older = WorkStory.Received();
        var joined = older.State with { };
        joined = CaseEvolution.Evolve(joined, new CaseEvent.JoinedBy(older.State.Id, new CaseId(Guid.NewGuid()), "同一纠纷", [new("kf"), new("dg")]));
        Assert.Equal(["dg", "kf"], joined.Courts.Select(c => c.Value));
        var younger = older with { State = CaseEvolution.Evolve(older.State, new CaseEvent.JoinedInto(older.State.Id, new CaseId(Guid.NewGuid()), "同一纠纷")) };
        Assert.Equal("joined", younger.Does(WorkStory.Owner, CaseAct.Investigate).Refusal?.Code);
        Assert.Empty(younger.After(TimeSpan.FromDays(40)).Sweep().Events);
    }
}
