using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Acts;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.Cases.Closings;
using PetitionMesh.Grains.Cases.Papers;

namespace PetitionMesh.Grains.Tests.Cases.Work;

/// <summary>J6, J8, J9, J14, W14: to an end only by report, papers and signatures.</summary>
public sealed class ClosingTests
{
    [Fact]
    public void J14_a_closing_report_has_seven_sections_and_none_may_lack()
    {
        Assert.Equal(7, ActForms.ReportSections().Length);
        foreach (var section in ActForms.ReportSections())
            WorkStory.Assigned().DoesWithout(WorkStory.Judge, CaseAct.Close, section.Name).Refused("J9", RefusalKind.Rule, section.Title);
    }

    [Theory]
    [InlineData("oralPromise", "评查报告、息诉材料、化解方案")]
    [InlineData("writtenUndertaking", "评查报告、息诉材料、化解方案")]
    [InlineData("other", "评查报告、自查自纠报告、化解方案")]
    [InlineData("retrial", "评查报告、自查自纠报告、化解方案、裁判文书")]
    public void J9_a_submission_that_lacks_a_paper_is_refused_and_told_which(string ground, string missing)
    {
        WorkStory.Assigned().Does(WorkStory.Judge, CaseAct.Close, ("ground", ground)).Refused("J9", RefusalKind.Rule, missing);
        var one = WorkStory.Assigned().Files(PaperKind.ReviewReport);
        one.Does(WorkStory.Judge, CaseAct.Close, one.Papers, ("ground", ground)).Refused("J9", RefusalKind.Rule, missing.Replace("评查报告、", "", StringComparison.Ordinal));
    }

    [Fact]
    public void J9_papers_of_another_case_do_not_count() => WorkStory.Assigned()
        .Does(WorkStory.Judge, CaseAct.Close, [new PaperId(Guid.NewGuid())]).Refused("J9", RefusalKind.Rule, "附件");

    [Fact]
    public void J6_an_assigned_case_is_signed_by_owner_both_heads_office_and_leading_group_in_this_order()
    {
        var submitted = WorkStory.Assigned().Closes();
        Assert.Equal(
            [SignatureLayer.Owner, SignatureLayer.President, SignatureLayer.IntermediateHead, SignatureLayer.Office, SignatureLayer.LeadingGroup],
            submitted.The<CaseEvent.ClosingSubmitted>().Layers.ToArray());
        var story = submitted;
        foreach (var signer in new[] { WorkStory.Owner, WorkStory.President, WorkStory.IntermediateHead, WorkStory.Supervisor, WorkStory.LeadingGroup })
        {
            Assert.Null(story.State.Ending);
            foreach (var other in new[] { WorkStory.Owner, WorkStory.President, WorkStory.IntermediateHead, WorkStory.Supervisor, WorkStory.LeadingGroup }.Except([signer]))
                story.Does(other, CaseAct.Sign).Refused("J6", RefusalKind.Forbidden);
            story = story.Does(signer, CaseAct.Sign).Agreed();
        }
        Assert.Equal(CaseStatus.Provisional, story.The<CaseEvent.Ended>().Status);
    }

    [Fact]
    public void J6_an_assignment_while_the_report_is_being_signed_asks_for_the_signatures_that_an_assigned_case_needs()
    {
        var story = WorkStory.Received().Closes().Signs(WorkStory.Owner).Assign().Signs(WorkStory.President);
        Assert.Null(story.State.Ending);
        Assert.Equal(SignatureLayer.IntermediateHead, story.State.Work.Closing!.Next);
        Assert.NotNull(story.Signs(WorkStory.IntermediateHead, WorkStory.Supervisor, WorkStory.LeadingGroup).The<CaseEvent.Ended>());
    }

    [Fact]
    public void S5_S3_the_end_meets_plan_and_level_and_S6_leaves_the_report_to_the_congress_due()
    {
        var worked = WorkStory.Received().Assign(("source", "congress")).Does(WorkStory.Owner, CaseAct.Plan).Agreed().Does(WorkStory.Owner, CaseAct.Plan).Agreed();
        Assert.Equal(["plan-1"], worked.The<CaseEvent.ClockStopped>().Clocks.Select(c => c.Value));
        var ended = worked.Closes().SignedAll();
        Assert.Contains(ended.Events.OfType<CaseEvent.ClockMet>(), m => m.Clock.Id.Value == "plan-2");
        Assert.Equal(ClockStanding.Running, ended.Clock(ClockKind.Congress).Standing);
        ended.Does(WorkStory.Owner, CaseAct.CongressReport, ("supervisedBy", WorkStory.OwnerId)).Refused("S6", RefusalKind.Rule, "院长");
        var answered = ended.Does(WorkStory.Owner, CaseAct.CongressReport, ("supervisedBy", WorkStory.PresidentId)).Agreed();
        Assert.Equal(ClockKind.Congress, answered.The<CaseEvent.ClockMet>().Clock.Kind);
    }

    [Fact]
    public void S8_a_letter_is_answered_also_after_the_end_and_what_ran_out_before_it_was_missed()
    {
        var ended = WorkStory.Assigned().Does(WorkStory.Supervisor, CaseAct.Letter).Agreed().After(TimeSpan.FromDays(10)).Closes("rejected", PaperKind.SelfExamination, PaperKind.Ruling).SignedAll();
        Assert.Equal(["answer-1", "enter-1", "meet-1", "progress-1"], ended.Events.OfType<CaseEvent.ClockMissed>().Select(m => m.Clock.Id.Value).Order());
        Assert.True(ended.Clock(ClockKind.Letter).IsOpen);
        Assert.Equal(ClockStanding.MetLate, ended.After(TimeSpan.FromDays(60)).Does(WorkStory.Judge, CaseAct.Reply).Agreed().Clock(ClockKind.Letter).Standing);
    }

    [Fact]
    public void W14_a_case_that_nobody_assigned_ends_with_its_owner_and_the_head_of_its_court()
    {
        var ended = WorkStory.Received().Closes("oralPromise").Signs(WorkStory.Owner, WorkStory.President);
        Assert.Equal((EndingGround.OralPromise, CaseStatus.Provisional), (ended.The<CaseEvent.Ended>().Ground, ended.State.Status));
        Assert.Equal("诉求无理，已作解释疏导", ended.The<CaseEvent.Ended>().Reason);
    }

    [Fact]
    public void J6_every_layer_can_send_back_with_a_reason_and_the_next_report_starts_below()
    {
        var back = WorkStory.Assigned().Closes().Signs(WorkStory.Owner, WorkStory.President);
        back.DoesWithout(WorkStory.IntermediateHead, CaseAct.SendBack, "reason").Refused("J6", RefusalKind.Rule);
        var sent = back.Does(WorkStory.IntermediateHead, CaseAct.SendBack).Agreed();
        Assert.Equal((1, null as Closing), (sent.State.Work.SentBack, sent.State.Work.Closing));
        sent.Does(WorkStory.President, CaseAct.Sign).Refused("J6", RefusalKind.Conflict);
        // His court has no part in the case but the report, and that is gone.
        sent.Does(WorkStory.IntermediateHead, CaseAct.Sign).Refused(null, RefusalKind.NotFound);
        var again = sent.Does(WorkStory.Judge, CaseAct.Close, sent.Papers, ("ground", "writtenUndertaking")).Agreed();
        Assert.Equal((2, SignatureLayer.Owner), (again.The<CaseEvent.ClosingSubmitted>().Number, again.State.Work.Closing!.Next));
    }

    [Theory]
    [InlineData("procedure")]
    [InlineData("explainedOtherWays")]
    [InlineData("persuaded")]
    [InlineData("assisted")]
    public void J8_every_kind_of_outcome_ends_a_case_and_stands_on_its_end_as_the_reason(string outcome)
    {
        var filed = WorkStory.Received().Files(PaperKind.ReviewReport, PaperKind.Settlement, PaperKind.ResolutionPlan);
        var ended = filed.Does(WorkStory.Judge, CaseAct.Close, filed.Papers, ("ground", "writtenUndertaking"), ("outcome", outcome)).Agreed().SignedAll();
        Assert.Equal(OutcomeNames.Of(outcome), ended.The<CaseEvent.Ended>().Reason);
        Assert.NotEqual("", OutcomeNames.Of(outcome));
        filed.Does(WorkStory.Judge, CaseAct.Close, filed.Papers, ("ground", "writtenUndertaking"), ("outcome", "forgotten")).Refused("J9", RefusalKind.Rule);
    }

    [Fact]
    public void One_report_at_a_time() =>
        WorkStory.Assigned().Closes().Does(WorkStory.Judge, CaseAct.Close).Refused("J6", RefusalKind.Conflict, "包案领导");

    [Theory]
    [InlineData("writtenUndertaking", CaseStatus.Provisional)]
    [InlineData("rejected", CaseStatus.Resolved)]
    [InlineData("retrial", CaseStatus.Resolved)]
    [InlineData("other", CaseStatus.Resolved)]
    public void W14_a_promise_resolves_provisionally_and_every_other_ground_finally(string ground, CaseStatus status)
    {
        var filed = WorkStory.Received().Files(PaperKind.ReviewReport, PaperKind.Settlement, PaperKind.ResolutionPlan, PaperKind.SelfExamination, PaperKind.Ruling);
        var ended = filed.Does(WorkStory.Judge, CaseAct.Close, filed.Papers, ("ground", ground)).Agreed().SignedAll();
        Assert.Equal(status, ended.State.Status);
    }

    [Fact]
    public void J5_the_end_meets_the_closing_limit_and_stops_the_others()
    {
        var ended = WorkStory.Assigned().After(TimeSpan.FromDays(1)).Closes().SignedAll();
        Assert.Equal([ClockKind.Answer, ClockKind.Close, ClockKind.Settle], ended.Events.OfType<CaseEvent.ClockMet>().Select(m => m.Clock.Kind).OrderBy(k => k.ToString()));
        Assert.Equal(["enter-1", "meet-1", "progress-1"], ended.The<CaseEvent.ClockStopped>().Clocks.Select(c => c.Value).Order());
        Assert.Empty(ended.After(TimeSpan.FromDays(90)).Sweep().Events);
    }

    [Fact]
    public void J9_termination_is_open_only_after_self_examination_and_review()
    {
        var filed = WorkStory.Assigned().Files(PaperKind.ReviewReport, PaperKind.TerminationDecision);
        filed.Does(WorkStory.Judge, CaseAct.Terminate, filed.Papers).Refused("J9", RefusalKind.Rule, "自查自纠");
        var examined = filed.Does(WorkStory.Judge, CaseAct.SelfExamine).Agreed();
        examined.Does(WorkStory.Judge, CaseAct.Terminate, filed.Papers).Refused("J9", RefusalKind.Rule, "案件评查");
        var ready = examined.Does(WorkStory.Owner, CaseAct.Review).Agreed();
        var only = WorkStory.Assigned().Files(PaperKind.ReviewReport).Does(WorkStory.Judge, CaseAct.SelfExamine).Does(WorkStory.Owner, CaseAct.Review);
        only.Does(WorkStory.Judge, CaseAct.Terminate, only.Papers).Refused("J9", RefusalKind.Rule, "终结决定或中央政法机关处理意见");
        var ended = ready.Does(WorkStory.Judge, CaseAct.Terminate, filed.Papers).Agreed().SignedAll();
        Assert.Equal((CaseStatus.Terminated, EndingGround.Terminated), (ended.State.Status, ended.State.Ending!.Ground));
    }

    [Fact]
    public void J9_handover_follows_a_termination_needs_both_courts_heads_and_counts_nothing_again()
    {
        WorkStory.Received().Closes("oralPromise").SignedAll().Does(WorkStory.Judge, CaseAct.HandOver).Refused("J9", RefusalKind.Conflict);
        var filed = WorkStory.Received().Files(PaperKind.ReviewReport, PaperKind.SuperiorOpinion, PaperKind.Handover);
        var terminated = filed.Does(WorkStory.Judge, CaseAct.SelfExamine).Does(WorkStory.Owner, CaseAct.Review)
            .Does(WorkStory.Judge, CaseAct.Terminate, filed.Papers).Agreed().SignedAll();
        var submitted = terminated.Does(WorkStory.Judge, CaseAct.HandOver, filed.Papers, ("to", "某区人民政府")).Agreed();
        Assert.Contains(SignatureLayer.IntermediateHead, submitted.State.Work.Closing!.Layers);
        var passed = submitted.SignedAll();
        Assert.Equal(CaseStatus.HandedOver, passed.State.Status);
        Assert.Empty(passed.Events.OfType<CaseEvent.Ended>());
        Assert.Equal("某区人民政府", passed.The<CaseEvent.PassedOn>().To);
        var reopened = submitted.Does(WorkStory.Owner, CaseAct.Reopen).Agreed();
        Assert.Equal((2, LapseGround.Reopened), (reopened.The<CaseEvent.ClosingLapsed>().Closing, reopened.The<CaseEvent.ClosingLapsed>().Ground));
        Assert.Null(reopened.State.Work.Closing);
    }

    [Fact]
    public void A_case_without_owner_cannot_be_reported() => WorkStory.Unopened
        .Tell(Tests.Some.Reception(nobody: true, channel: Channel.Letter, occurredAt: WorkStory.Start))
        .Does(WorkStory.Judge, CaseAct.Close).Refused("W3", RefusalKind.Conflict);
}
