using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Acts;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.City;

namespace PetitionMesh.Grains.Tests.Cases.Work;

/// <summary>J5, J4, W3: assignments and the ledger entry add people and limits; an owner that is fixed stays.</summary>
public sealed class AssignmentTests
{
    [Fact]
    public void J5_the_unit_takes_part_from_the_assignment_on()
    {
        var story = WorkStory.Received().Assign(("unit", "kf"));
        Assert.Equal(["dg", "kf"], story.State.Courts.Select(c => c.Value));
        Assert.Equal("kf", Handling.CourtOf(story.State).Value);
    }

    [Fact]
    public void J5_an_assignment_may_name_a_division_of_the_unit_that_takes_part_only_now()
    {
        Assert.Equal("行政庭", WorkStory.Received().Assign(("unit", "zy"), ("division", "行政庭")).The<CaseEvent.Assigned>().Division);
        WorkStory.Received().Does(WorkStory.Supervisor, CaseAct.Assign, ("unit", "kf"), ("division", "行政庭")).Refused("J5", RefusalKind.Rule, "部门");
    }

    [Fact]
    public void J5_assigned_to_another_unit_the_former_ones_limits_stop_and_what_it_missed_stays_its_own()
    {
        var moved = WorkStory.Assigned().After(TimeSpan.FromDays(4)).Assign(("unit", "kf"));
        Assert.Equal(["enter-1", "meet-1"], moved.Events.OfType<CaseEvent.ClockMissed>().Select(m => m.Clock.Id.Value).Order());
        Assert.All(moved.Events.OfType<CaseEvent.ClockMissed>(), m => Assert.Equal("dg", m.Clock.Court.Value));
        Assert.Equal(["close-1", "enter-1", "meet-1", "progress-1"], moved.The<CaseEvent.ClockStopped>().Clocks.Select(c => c.Value).Order());
        Assert.All(moved.State.Work.Clocks.Where(c => c.IsOpen && c.Clock.Rule == "J5"), c => Assert.Equal("kf", c.Clock.Court.Value));
    }

    [Fact]
    public void J5_what_was_done_since_the_receipt_counts_though_the_assignment_is_entered_after_it()
    {
        var received = WorkStory.Received();
        var met = received.After(TimeSpan.FromDays(1)).Does(WorkStory.Owner, CaseAct.Meet).Agreed().After(TimeSpan.FromDays(2)).Does(WorkStory.Owner, CaseAct.Meet).Agreed();
        var assigned = met.After(TimeSpan.FromDays(1)).Assign(("receivedAt", received.Now.ToUniversalTime().ToString("O")));
        var clock = assigned.The<CaseEvent.ClockMet>();
        Assert.Equal(("meet-1", received.Today.AddDays(1), false), (clock.Clock.Id.Value, clock.On, clock.Late));
        Assert.Equal(["enter-1"], assigned.Events.OfType<CaseEvent.ClockMissed>().Select(m => m.Clock.Id.Value));
        // What was done before it came is nothing that the assignment asked for.
        Assert.Empty(met.After(TimeSpan.FromHours(1)).Assign().Events.OfType<CaseEvent.ClockMet>());
    }

    [Fact]
    public void W3_an_assignment_names_an_owner_only_where_none_is_fixed()
    {
        Assert.Empty(WorkStory.Received().Assign(("owner", "L012")).Events.OfType<CaseEvent.OwnerFixed>());
        var pending = WorkStory.Unopened.Tell(Tests.Some.Reception(nobody: true, channel: Channel.Letter, occurredAt: WorkStory.Start));
        var named = pending.Assign(("owner", "L012"));
        Assert.Equal(("L012", OwnerOrigin.Assigned), (named.The<CaseEvent.OwnerFixed>().Owner.Value, named.The<CaseEvent.OwnerFixed>().Origin));
        Assert.Equal(CaseStatus.Open, named.State.Status);
    }

    [Fact]
    public void J5_entering_needs_owner_responsible_leader_handler_and_contact()
    {
        var entered = WorkStory.Assigned().Does(WorkStory.Office, CaseAct.Enter).Agreed();
        Assert.Equal(ClockKind.Enter, entered.The<CaseEvent.ClockMet>().Clock.Kind);
        foreach (var field in new[] { "responsibleLeader", "handler", "contact" })
            WorkStory.Assigned().DoesWithout(WorkStory.Office, CaseAct.Enter, field).Refused("J5", RefusalKind.Rule);
        var pending = WorkStory.Unopened.Tell(Tests.Some.Reception(nobody: true, channel: Channel.Letter, occurredAt: WorkStory.Start)).Assign();
        pending.Does(WorkStory.Office, CaseAct.Enter).Refused("J5", RefusalKind.Rule, "包案领导");
    }

    [Theory]
    [InlineData("L011", true)]
    [InlineData("L006", true)] // Of the intermediate court.
    [InlineData("L020", false)]
    public void W3_a_court_gives_its_case_to_no_leader_of_another_but_the_supervisor_may(string owner, bool may)
    {
        var pending = WorkStory.Unopened.Tell(Tests.Some.Reception(nobody: true, channel: Channel.Letter, occurredAt: WorkStory.Start));
        var entered = pending.Does(WorkStory.Office, CaseAct.Enter, ("owner", owner));
        Assert.Equal(may ? null : "owner", entered.Refusal?.Field);
        Assert.Equal(may ? owner : null, entered.State.Owner?.Leader.Value);
        Assert.Equal(owner, pending.Does(WorkStory.Supervisor, CaseAct.Enter, ("owner", owner)).Agreed().The<CaseEvent.OwnerFixed>().Owner.Value);
    }

    [Fact]
    public void J5_progress_names_the_owner_so_there_must_be_one() =>
        WorkStory.Unopened.Tell(Tests.Some.Reception(nobody: true, channel: Channel.Letter, occurredAt: WorkStory.Start)).Assign()
            .Does(WorkStory.Judge, CaseAct.Progress, ("owner", "L020")).Refused("J5", RefusalKind.Rule, "包案领导");

    [Fact]
    public void The_same_document_assigns_once()
    {
        var again = WorkStory.Assigned().Does(WorkStory.Supervisor, CaseAct.Assign,
            ("source", "superiorCourt"), ("documentNumber", "鲁高法信〔2026〕12号"), ("unit", "dg"));
        Assert.Empty(again.Agreed().Events);
        Assert.Single(again.Does(WorkStory.Supervisor, CaseAct.Assign, ("documentNumber", "另一号")).Agreed().Events.OfType<CaseEvent.Assigned>());
    }

    [Fact]
    public void S6_a_case_of_the_peoples_congress_is_answered_within_its_limit_by_a_report()
    {
        var story = WorkStory.Received().Assign(("source", "congress"), ("limits", "congress=20"));
        Assert.Equal(new DateOnly(2026, 11, 22), story.Clock(ClockKind.Congress).Clock.DueOn);
        var answered = story.After(TimeSpan.FromDays(20)).Does(WorkStory.Owner, CaseAct.CongressReport).Agreed();
        Assert.Contains(answered.Events.OfType<CaseEvent.ClockMet>(), m => m.Clock.Kind == ClockKind.Congress && !m.Late);
        story.DoesWithout(WorkStory.Owner, CaseAct.CongressReport, "supervisedBy").Refused("S6", RefusalKind.Rule);
    }

    [Fact]
    public void J5_progress_is_reported_in_eight_parts()
    {
        var parts = ActForms.Of(CaseAct.Progress).Fields.Where(f => f.Required).Select(f => f.Name).ToArray();
        Assert.Equal(8, parts.Length);
        foreach (var part in parts)
            WorkStory.Assigned().DoesWithout(WorkStory.Judge, CaseAct.Progress, part).Refused("J5", RefusalKind.Rule);
        var reported = WorkStory.Assigned().After(TimeSpan.FromDays(7)).Does(WorkStory.Judge, CaseAct.Progress).Agreed();
        Assert.Contains(reported.Events.OfType<CaseEvent.ClockMet>(), m => m.Clock.Kind == ClockKind.Progress && !m.Late);
    }

    [Fact]
    public void A_receipt_in_the_future_is_refused() => WorkStory.Received()
        .Does(WorkStory.Supervisor, CaseAct.Assign, ("receivedAt", WorkStory.Start.AddHours(1).ToUniversalTime().ToString("O")))
        .Refused("J5", RefusalKind.Rule);

    [Fact]
    public void Assigned_late_its_missed_clocks_are_noted_at_once() => Assert.Equal(
        2, WorkStory.Received().After(TimeSpan.FromDays(4)).Assign(("receivedAt", WorkStory.Start.ToUniversalTime().ToString("O"))).Events.OfType<CaseEvent.ClockMissed>().Count());

    [Fact]
    public void Nobody_but_the_supervisor_assigns()
    {
        foreach (var actor in new[] { WorkStory.Owner, WorkStory.President, WorkStory.Office, WorkStory.Clerk, WorkStory.Judge })
            WorkStory.Received().Does(actor, CaseAct.Assign).Refused("J5", RefusalKind.Forbidden);
        Assert.Equal(RefusalKind.NotFound, WorkStory.Received().Does(WorkStory.Stranger, CaseAct.Assign).Refusal?.Kind);
        Assert.Equal(new CourtId("dg"), WorkStory.Received().State.Court);
    }
}
