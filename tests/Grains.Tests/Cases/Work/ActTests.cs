using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Acts;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.Cases.Closings;
using PetitionMesh.Grains.Cases.Papers;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Grains.Tests.Cases.Work;

/// <summary>Each act: who may do it, what must be written down, and what it makes true.</summary>
public sealed class ActTests
{
    [Theory]
    [InlineData(CaseAct.Meet)]
    [InlineData(CaseAct.Investigate)]
    [InlineData(CaseAct.Supervise)]
    [InlineData(CaseAct.ArrangeHelp)]
    public void J4_the_owner_personally_meets_investigates_supervises_and_arranges_help(CaseAct act)
    {
        Assert.Equal(act, WorkStory.Assigned().Does(WorkStory.Owner, act).Agreed().The<CaseEvent.Acted>().Act);
        foreach (var actor in new[] { WorkStory.President, WorkStory.Office, WorkStory.Clerk, WorkStory.Judge, WorkStory.Supervisor })
            WorkStory.Assigned().Does(actor, act).Refused("J4", RefusalKind.Forbidden);
    }

    [Fact]
    public void J4_the_claim_is_fixed_in_writing_at_the_first_meeting() =>
        WorkStory.Assigned().DoesWithout(WorkStory.Owner, CaseAct.Meet, "claim").Refused("J4", RefusalKind.Rule, "固定的信访诉求");

    [Fact]
    public void J5_a_meeting_before_the_assignment_does_not_meet_its_limit()
    {
        var met = WorkStory.Assigned().Does(WorkStory.Owner, CaseAct.Meet, ("on", "2026-10-20")).Agreed();
        Assert.Empty(met.Events.OfType<CaseEvent.ClockMet>());
        Assert.Equal(ClockStanding.Running, met.Clock(ClockKind.Meet).Standing);
    }

    [Theory]
    [InlineData(CaseAct.Incident, "arrivedAt", 1)]
    [InlineData(CaseAct.Incident, "arrivedAt", -10_000)]
    [InlineData(CaseAct.Video, "at", -1)]
    [InlineData(CaseAct.Appointment, "at", -1)]
    [InlineData(CaseAct.Appointment, "at", 400)]
    public void W10_J10_what_happened_lies_behind_and_what_is_arranged_ahead(CaseAct act, string field, int days)
    {
        var story = WorkStory.Received();
        Assert.Equal(field, story.Does(WorkStory.Clerk, act, (field, story.Now.AddDays(days).ToUniversalTime().ToString("O"))).Refusal?.Field);
    }

    [Fact]
    public void W3_who_has_recused_himself_neither_works_on_the_case_nor_signs_nor_is_summoned()
    {
        var filed = WorkStory.Received().Closes();
        var recused = filed.Recuses();
        foreach (var act in new[] { CaseAct.Investigate, CaseAct.Review, CaseAct.Meet })
            recused.Does(WorkStory.Owner, act).Refused(ActForms.Of(act).Rule, RefusalKind.Forbidden);
        recused.Does(WorkStory.Owner, CaseAct.Sign).Refused("J6", RefusalKind.Conflict);
        var open = WorkStory.Received().Files(PaperKind.ReviewReport, PaperKind.Settlement, PaperKind.ResolutionPlan).Recuses();
        open.Does(WorkStory.Judge, CaseAct.Close, open.Papers, ("ground", "oralPromise"), ("outcome", "persuaded")).Refused("W3", RefusalKind.Conflict, "回避");
        var visited = open.Tell(Tests.Some.Reception(2, by: new LeaderId("L012")));
        Assert.Empty(visited.Events.OfType<CaseEvent.Summoned>());
        Assert.NotNull(visited.The<CaseEvent.Received>());
    }

    [Fact]
    public void W3_a_president_who_has_recused_himself_does_nothing_and_a_vice_president_signs_for_him()
    {
        var owned = WorkStory.Unopened.Tell(Tests.Some.Reception(by: new LeaderId(WorkStory.PresidentId), occurredAt: WorkStory.Start)).Agreed();
        var handed = owned.Recuses(WorkStory.OwnerId, approver: "L012");
        handed.Does(WorkStory.President, CaseAct.Level, ("level", "2")).Refused("S3", RefusalKind.Forbidden);
        var signed = handed.Closes().Signs(WorkStory.Owner);
        signed.Does(WorkStory.President, CaseAct.Sign).Refused("J6", RefusalKind.Forbidden);
        signed.Does(WorkStory.Leader("L015"), CaseAct.Sign).Refused("J6", RefusalKind.Forbidden);
        // He signed as the owner; another head of his court is there.
        signed.Does(WorkStory.Owner, CaseAct.Sign).Refused("J6", RefusalKind.Forbidden);
        Assert.NotNull(signed.Signs(WorkStory.Leader("L013")).The<CaseEvent.Ended>());
    }

    [Fact]
    public void W15_a_report_lapses_with_its_owner_so_that_nobody_is_counted_for_what_he_did_not_sign()
    {
        var signed = WorkStory.Received().Closes().Signs(WorkStory.Owner);
        Assert.Single(signed.Recuses().Events.OfType<CaseEvent.ClosingLapsed>());
        var succeeded = signed.Succeeds("L013");
        Assert.Equal(LapseGround.OwnerChanged, succeeded.The<CaseEvent.ClosingLapsed>().Ground);
        succeeded.Does(WorkStory.President, CaseAct.Sign).Refused("J6", RefusalKind.Conflict);
        var next = succeeded.Does(WorkStory.Judge, CaseAct.Close, succeeded.Papers, ("ground", "writtenUndertaking"), ("outcome", "persuaded")).Agreed();
        Assert.Equal("L013", next.Signs(WorkStory.Leader("L013"), WorkStory.President).The<CaseEvent.Ended>().Owner?.Value);
    }

    [Fact]
    public void Who_is_no_leader_of_the_city_acts_as_none() =>
        WorkStory.Received().Does(new Actor("L999", "某", new CourtId("dg"), Role.Leader), CaseAct.Review).Refused("W3", RefusalKind.Forbidden);

    [Fact]
    public void S3_S6_the_president_who_leads_or_supervises_is_of_the_court_that_handles_it_or_above_it()
    {
        WorkStory.Received().Does(WorkStory.President, CaseAct.Level, ("level", "3"), ("team", "某某等三人"), ("responsibleLeader", "L043")).Refused("S3", RefusalKind.Rule, "院长");
        WorkStory.Received().Does(WorkStory.President, CaseAct.Level, ("level", "3"), ("team", "某某等三人"), ("responsibleLeader", "L001")).Agreed();
        WorkStory.Assigned(null, ("source", "congress")).Does(WorkStory.Office, CaseAct.CongressReport, ("supervisedBy", "L043")).Refused("S6", RefusalKind.Rule, "院长");
    }

    [Theory]
    [InlineData("L043")] // The president of a court that has nothing to do with the case.
    [InlineData("L016")] // A head of division of the court.
    [InlineData("L006")] // And one of the court above.
    public void J5_S12_who_neither_presides_over_the_case_nor_above_it_approves_nothing(string approver)
    {
        WorkStory.Assigned().Does(WorkStory.Office, CaseAct.Pause, ("clock", "close-1"), ("approvedBy", approver)).Refused("J5", RefusalKind.Rule, "批准人");
        var assisted = WorkStory.Assigned().Does(WorkStory.Judge, CaseAct.Assist, ("approvedBy", approver));
        assisted.Refused("S12", RefusalKind.Rule, "批准人");
        Assert.Equal("approvedBy", assisted.Refusal?.Field);
    }

    [Theory]
    [InlineData("L011")] // The owner's court.
    [InlineData("L043")] // The court that it was assigned to.
    [InlineData("L002")] // The court above.
    public void J5_the_courts_that_answer_for_a_case_approve(string approver) => Assert.Equal(approver, WorkStory.Received().Assign(("unit", "kf"))
        .Does(WorkStory.Office, CaseAct.Pause, ("clock", "close-1"), ("approvedBy", approver)).Agreed().The<CaseEvent.ClockPaused>().ApprovedBy.Value);

    [Fact]
    public void J5_the_owner_does_not_approve_the_pause_of_his_own_limit() =>
        WorkStory.Assigned().Does(WorkStory.Office, CaseAct.Pause, ("clock", "close-1"), ("approvedBy", WorkStory.OwnerId)).Refused("J5", RefusalKind.Rule, "其他院领导");

    [Fact]
    public void W12_a_video_that_nobody_could_answer_is_not_booked() => WorkStory.Received()
        .Does(WorkStory.Clerk, CaseAct.Video, ("judgments", VideoOrder.Write([new Judgment("first", null, "甲法官", false, false, [], null, null)])))
        .Refused("W12", RefusalKind.Rule, "无人能够接访");

    [Fact]
    public void J3_an_on_site_visit_is_the_owners_and_recorded() =>
        WorkStory.Received().Does(WorkStory.Judge, CaseAct.OnSite).Refused("J3", RefusalKind.Forbidden);

    [Fact]
    public void W3_a_referral_slip_hands_part_to_a_division_and_ownership_stays()
    {
        var referred = WorkStory.Received().Does(WorkStory.Owner, CaseAct.Refer, ("division", "执行局"), ("limit", "2026-11-12")).Agreed();
        Assert.Equal(WorkStory.OwnerId, referred.State.Owner?.Leader.Value);
        Assert.Equal(new DateOnly(2026, 11, 12), referred.Clock(ClockKind.Refer).Clock.DueOn);
        var taken = referred.Does(WorkStory.Judge, CaseAct.TakeReferral).Agreed();
        Assert.Single(taken.State.Work.Waiting);
        taken.Does(WorkStory.Judge, CaseAct.TakeReferral, ("of", referred.The<CaseEvent.Acted>().Id.Value)).Refused("W7", RefusalKind.Rule, "已经签收");
        var returned = taken.After(TimeSpan.FromDays(3)).Does(WorkStory.Judge, CaseAct.Return, ("of", referred.The<CaseEvent.Acted>().Id.Value)).Agreed();
        Assert.False(returned.The<CaseEvent.ClockMet>().Late);
        Assert.Empty(returned.State.Work.Waiting);
        returned.Does(WorkStory.Judge, CaseAct.Return, ("of", referred.The<CaseEvent.Acted>().Id.Value)).Refused("W7", RefusalKind.Rule);
        WorkStory.Received().Does(WorkStory.Owner, CaseAct.Refer, ("division", "厨房")).Refused("W3", RefusalKind.Rule);
    }

    [Fact]
    public void S5_a_plan_fixes_person_limit_measures_and_goal()
    {
        foreach (var field in new[] { "person", "limit", "measures", "goal" })
            WorkStory.Assigned().DoesWithout(WorkStory.Judge, CaseAct.Plan, field).Refused("S5", RefusalKind.Rule);
        Assert.Equal(new DateOnly(2026, 11, 20), WorkStory.Assigned().Does(WorkStory.Judge, CaseAct.Plan, ("limit", "2026-11-20")).Agreed().Clock(ClockKind.Plan).Clock.DueOn);
        WorkStory.Assigned().Does(WorkStory.Judge, CaseAct.Plan, ("limit", "2026-11-01")).Refused("S5", RefusalKind.Rule);
    }

    [Fact]
    public void S8_a_supervision_letter_is_replied_to_in_writing_by_its_date()
    {
        var sent = WorkStory.Assigned().Does(WorkStory.Supervisor, CaseAct.Letter, ("replyBy", "2026-11-10")).Agreed();
        Assert.Equal(("S8", DutyHolder.Unit), (sent.Clock(ClockKind.Letter).Clock.Rule, sent.Clock(ClockKind.Letter).Clock.Holder));
        var replied = sent.On(new DateOnly(2026, 11, 11)).Does(WorkStory.Judge, CaseAct.Reply).Agreed();
        Assert.True(replied.The<CaseEvent.ClockMet>().Late);
        WorkStory.Assigned().Does(WorkStory.Judge, CaseAct.Reply).Refused("S8", RefusalKind.Rule);
    }

    [Fact]
    public void S3_levels_only_rise_with_a_reason_and_the_president_names_and_leads_the_upper_ones()
    {
        var first = WorkStory.Received().Does(WorkStory.Owner, CaseAct.Level, ("level", "1")).Agreed();
        first.Does(WorkStory.Owner, CaseAct.Level, ("level", "2")).Refused("S3", RefusalKind.Forbidden);
        first.Does(WorkStory.President, CaseAct.Level, ("level", "2"), ("responsibleLeader", "L013"), ("limit", "2026-12-12")).Refused("S3", RefusalKind.Rule, "专班");
        first.Does(WorkStory.President, CaseAct.Level, ("level", "2"), ("responsibleLeader", "L013"), ("team", "某某等三人")).Refused("S3", RefusalKind.Rule, "办理期限");
        var second = first.Does(WorkStory.President, CaseAct.Level, ("level", "2"), ("responsibleLeader", "L013"), ("team", "某某等三人"), ("limit", "2026-12-12")).Agreed();
        second.Does(WorkStory.President, CaseAct.Level, ("level", "1")).Refused("S3", RefusalKind.Rule);
        second.Does(WorkStory.President, CaseAct.Level, ("level", "3"), ("team", "某某等三人"), ("responsibleLeader", "L013")).Refused("S3", RefusalKind.Rule);
        second.DoesWithout(WorkStory.President, CaseAct.Level, "reason", ("level", "3"), ("team", "某某等三人")).Refused("S3", RefusalKind.Rule);
        Assert.Equal(3, second.Does(WorkStory.President, CaseAct.Level, ("level", "3"), ("team", "某某等三人")).Agreed().State.Work.Level);
        Assert.Equal(WorkStory.OwnerId, second.State.Owner?.Leader.Value);
    }

    [Fact]
    public void L5_a_hearing_records_participants_questions_and_result()
    {
        foreach (var field in new[] { "participants", "questions", "result", "explained" })
            WorkStory.Received().DoesWithout(WorkStory.Judge, CaseAct.Hearing, field).Refused("L5", RefusalKind.Rule);
        Assert.Single(WorkStory.Received().Does(WorkStory.Judge, CaseAct.Hearing).Agreed().Events);
    }

    [Fact]
    public void S12_assistance_names_amount_and_approver_and_explanation_is_recorded()
    {
        WorkStory.Received().DoesWithout(WorkStory.Judge, CaseAct.Assist, "amount").Refused("S12", RefusalKind.Rule);
        WorkStory.Received().DoesWithout(WorkStory.Judge, CaseAct.Assist, "approvedBy").Refused("S12", RefusalKind.Rule);
        Assert.Equal("5000.00", WorkStory.Received().Does(WorkStory.Judge, CaseAct.Assist).Agreed().The<CaseEvent.Acted>().Facts.Value("amount"));
        Assert.Equal(CaseAct.Explain, WorkStory.Received().Does(WorkStory.Judge, CaseAct.Explain).Agreed().The<CaseEvent.Acted>().Act);
    }

    [Fact]
    public void J10_an_incident_is_timed_from_arrival_to_handling()
    {
        var arrived = WorkStory.Received().Does(WorkStory.Clerk, CaseAct.Incident).Agreed();
        WorkStory.Received().DoesWithout(WorkStory.Clerk, CaseAct.Incident, "arrivedAt").Refused("J10", RefusalKind.Rule);
        Assert.Single(arrived.State.Work.Waiting);
        arrived.Does(WorkStory.Clerk, CaseAct.IncidentHandled, ("handledAt", arrived.Now.AddDays(-1).ToUniversalTime().ToString("O"))).Refused("J10", RefusalKind.Rule, "到达");
        Assert.Empty(arrived.After(TimeSpan.FromMinutes(40)).Does(WorkStory.Clerk, CaseAct.IncidentHandled).Agreed().State.Work.Waiting);
    }

    [Fact]
    public void J15_a_finding_against_an_official_is_the_supervisors_or_a_presidents()
    {
        WorkStory.Received().Does(WorkStory.Owner, CaseAct.Accountability).Refused("J15", RefusalKind.Forbidden);
        foreach (var field in new[] { "official", "foundBy", "decidedBy", "measure", "on" })
            WorkStory.Received().DoesWithout(WorkStory.Supervisor, CaseAct.Accountability, field).Refused("J15", RefusalKind.Rule);
        Assert.Single(WorkStory.Received().Does(WorkStory.President, CaseAct.Accountability).Agreed().Events);
    }

    [Fact]
    public void W4_appointments_and_W10_video_receptions_are_recorded_by_whoever_arranges_them()
    {
        Assert.Single(WorkStory.Received().Does(WorkStory.Clerk, CaseAct.Appointment).Agreed().Events);
        var booked = WorkStory.Received().Does(WorkStory.Clerk, CaseAct.Video).Agreed();
        Assert.Contains("甲法官", booked.The<CaseEvent.Acted>().Facts.Value("order1"), StringComparison.Ordinal);
        Assert.Empty(booked.After(TimeSpan.FromDays(1)).Does(WorkStory.Clerk, CaseAct.VideoHeld).Agreed().State.Work.Waiting);
        WorkStory.Received().Does(WorkStory.Clerk, CaseAct.VideoHeld).Refused("W10", RefusalKind.Rule);
    }

    [Fact]
    public void W11_whatever_court_the_person_goes_to_books_a_video_with_the_judge_of_the_court_that_decided()
    {
        var intermediate = new CourtId("zy");
        var there = WorkStory.Received().Tell(Tests.Some.Reception(2, court: intermediate, by: new LeaderId("L002"), occurredAt: WorkStory.Start.AddHours(1)) with { Terms = WorkStory.Terms });
        var booked = there.Does(WorkStory.Clerk with { Court = intermediate }, CaseAct.Video).Agreed();
        Assert.StartsWith("甲法官", booked.The<CaseEvent.Acted>().Facts.Value("order1"), StringComparison.Ordinal);
    }

    [Fact]
    public void W13_a_video_reception_names_who_took_part()
    {
        var booked = WorkStory.Received().Does(WorkStory.Clerk, CaseAct.Video).Agreed();
        booked.DoesWithout(WorkStory.Clerk, CaseAct.VideoHeld, "participants").Refused("W10", RefusalKind.Rule, "参加人员");
        Assert.NotNull(booked.Does(WorkStory.Clerk, CaseAct.VideoHeld).Agreed().The<CaseEvent.Acted>().Facts.Value("participants"));
    }

    [Fact]
    public void J4_sees_the_quality_review_done_and_no_report_of_an_end_without_it()
    {
        Assert.Single(WorkStory.Received().Does(WorkStory.Owner, CaseAct.Review).Agreed().Events);
        WorkStory.Received().DoesWithout(WorkStory.Owner, CaseAct.Review, "conclusion").Refused("W3", RefusalKind.Rule);
        var lacks = WorkStory.Received().Files(PaperKind.Settlement, PaperKind.ResolutionPlan);
        lacks.Does(WorkStory.Judge, CaseAct.Close, lacks.Papers, ("ground", "writtenUndertaking")).Refused("J9", RefusalKind.Rule, "评查报告");
    }

    [Fact]
    public void The_same_act_twice_writes_nothing()
    {
        var story = WorkStory.Received();
        var command = story.Command(WorkStory.Owner, CaseAct.Investigate, [], [], null);
        var done = story.Tell(command);
        Assert.Single(done.Agreed().Events);
        Assert.Empty(done.Tell(command).Agreed().Events);
    }

    [Fact]
    public void Another_court_does_not_know_the_case() =>
        Assert.All(ActForms.All, form => Assert.Equal(RefusalKind.NotFound, WorkStory.Received().Does(WorkStory.Stranger, form.Act).Refusal?.Kind));

    [Fact]
    public void Every_required_field_of_every_form_is_asked_for_by_its_title()
    {
        foreach (var form in ActForms.All)
        {
            Assert.Equal(form.Fields.Length, form.Fields.Select(f => f.Name).Distinct().Count());
            Assert.All(form.Fields, f => Assert.True(f.Title.Any(c => c > 0x4E00), $"{form.Act}.{f.Name}"));
        }
        Assert.Equal(Enum.GetValues<CaseAct>(), ActForms.All.Select(f => f.Act).Order());
    }
}
