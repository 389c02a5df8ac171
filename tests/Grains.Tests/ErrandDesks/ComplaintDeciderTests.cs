using PetitionMesh.Grains.ErrandDesks;

namespace PetitionMesh.Grains.Tests.ErrandDesks;

/// <summary>Y6: a complaint circulates, is checked against the list of forbidden conduct, and answered once.</summary>
public sealed class ComplaintDeciderTests
{
    [Fact]
    public void A_court_may_give_a_check_fewer_days_and_never_more()
    {
        var terms = new ComplaintTerms([(Some.DongGang, 2)]);
        Assert.Equal((2, 5), (terms.DaysToCheck(Some.DongGang), terms.DaysToCheck(Some.XiShan)));
        var circulated = ComplaintDecider.Decide(Grievance.Registered().State, Grievance.Circulate(), (_, _) => Some.Sealed(), terms);
        Assert.Equal(Some.Today.AddDays(2), Assert.IsType<ComplaintEvent.Circulated>(Assert.Single(circulated.Events)).DueOn);
        Assert.All([0, 6], days => Assert.Throws<ArgumentOutOfRangeException>(() => new ComplaintTerms([(Some.DongGang, days)])));
    }

    [Fact]
    public void It_goes_from_the_desk_to_a_division_is_checked_and_answered()
    {
        var grievance = Grievance.Registered();
        Assert.Equal((ComplaintStatus.Registered, "高专员", "一号窗口"), (grievance.State.Status, grievance.State.Registered!.Officer, grievance.State.Registered.DeskName));
        Assert.Equal(ComplaintStatus.Circulating, grievance.Do(Grievance.Circulate()).State.Status);
        Assert.Equal(ComplaintStatus.Checked, grievance.Do(Grievance.Check(CheckOutcome.Founded, found: ForbiddenConduct.Delay)).State.Status);
        Assert.Equal(ComplaintStatus.Answered, grievance.Do(Grievance.Answer()).State.Status);
    }

    [Fact]
    public void It_is_registered_at_a_desk_of_the_court_that_is_open()
    {
        var ordinary = Grievance.Registration();
        Assert.Equal(("unknown-desk", "Y6", "deskId"), Said(ordinary with { Desk = null }));
        Assert.Equal(("unknown-desk", "Y6", "deskId"), Said(ordinary with { Desk = Grievance.Desk with { Court = Some.XiShan } }));
        Assert.Equal(("desk-closed", "Y6", "deskId"), Said(ordinary with { Desk = Grievance.Desk with { ClosedOn = Some.Today } }));
        Assert.Equal(("day-ahead", "Y6", "receivedOn"), Said(Grievance.Registration(day: 1)));
        Assert.Equal(("day-long-ago", "Y6", "receivedOn"), Said(Grievance.Registration(day: -366)));
        Assert.Null(Grievance.Register(Grievance.Registration(day: -365)).Refusal);
    }

    [Fact]
    public void It_is_registered_once() =>
        Assert.Empty(ComplaintDecider.Register(Grievance.Registered().State, Grievance.Registration(), (_, _) => throw new InvalidOperationException("Nothing is sealed twice.")).Events);

    [Fact]
    public void Everything_of_who_complains_is_sealed_for_its_own_field()
    {
        var registered = Grievance.Registered().State.Registered!;
        Assert.Equal((Some.Sealed("content-执行款三个月未发"), Some.Sealed("name-邹宁一"), null), (registered.Content, registered.Name, registered.Phone));
        var grievance = Grievance.Checked().Do(Grievance.Answer());
        Assert.Equal((Some.Sealed("findings-经核对卷宗"), Some.Sealed("answer-已发放")), (grievance.State.Checked!.Findings, grievance.State.Answered!.Text));
    }

    [Fact]
    public void A_division_has_five_days_unless_the_desk_names_another_day_and_another_division_gets_its_own()
    {
        var grievance = Grievance.Circulating();
        Assert.Equal(Some.Today.AddDays(5), grievance.State.Circulated!.DueOn);
        Assert.Empty(grievance.Decide(Grievance.Circulate()).Events);
        grievance.Do(Grievance.Circulate("立案庭", due: 9, day: 2));
        Assert.Equal(("立案庭", Some.Today.AddDays(9)), (grievance.State.Circulated!.Division, grievance.State.Circulated.DueOn));
        Assert.Equal(Some.Today.AddDays(8), grievance.Do(Grievance.Circulate(day: 3)).State.Circulated!.DueOn);
        Assert.Equal("due-before", grievance.Refuses(Grievance.Circulate(due: 2, day: 3)).Code);
        Assert.Equal("due-far-off", grievance.Refuses(Grievance.Circulate(due: 400, day: 3)).Code);
        Assert.Null(grievance.Decide(Grievance.Circulate(due: 3, day: 3)).Refusal);
    }

    [Theory]
    [InlineData(5, false)]
    [InlineData(6, true)]
    public void The_last_day_of_the_check_is_in_time_and_the_next_is_late_but_never_refused(int day, bool late) =>
        Assert.Equal(late, Grievance.Circulating().Do(Grievance.Check(CheckOutcome.Unfounded, day)).State.Checked!.Late);

    [Fact]
    public void What_is_founded_names_conduct_of_the_list_and_what_is_not_names_none()
    {
        var grievance = Grievance.Circulating();
        Assert.Equal(("conduct-missing", "found"), Why(grievance.Refuses(Grievance.Check(CheckOutcome.Founded))));
        Assert.Equal(("conduct-not-asked", "found"), Why(grievance.Refuses(Grievance.Check(CheckOutcome.Unfounded, found: ForbiddenConduct.Other))));
        Assert.Null(grievance.Decide(Grievance.Check(CheckOutcome.PartlyFounded)).Refusal);
        Assert.Null(grievance.Decide(Grievance.Check(CheckOutcome.PartlyFounded, found: ForbiddenConduct.Rudeness)).Refusal);
        ForbiddenConduct[] both = [ForbiddenConduct.Delay, ForbiddenConduct.Rudeness];
        Assert.Equal(both, grievance.Do(Grievance.Check(CheckOutcome.Founded, found: both)).State.Checked!.Found.AsEnumerable());
    }

    [Fact]
    public void No_step_comes_before_its_turn_or_twice()
    {
        Assert.Equal("complaint-not-circulated", Grievance.Registered().Refuses(Grievance.Check(CheckOutcome.Unfounded)).Code);
        Assert.Equal("complaint-not-checked", Grievance.Registered().Refuses(Grievance.Answer()).Code);
        Assert.Equal("complaint-not-checked", Grievance.Circulating().Refuses(Grievance.Answer()).Code);
        Assert.Equal("complaint-checked", Grievance.Checked().Refuses(Grievance.Circulate("立案庭")).Code);
        Assert.Equal("complaint-checked", Grievance.Checked().Refuses(Grievance.Check(CheckOutcome.Unfounded)).Code);
        var answered = Grievance.Checked().Do(Grievance.Answer());
        foreach (var step in new[] { Grievance.Circulate("立案庭"), Grievance.Check(CheckOutcome.Unfounded), Grievance.Answer() })
            Assert.Equal(("complaint-answered", RefusalKind.Conflict), (answered.Refuses(step).Code, answered.Refuses(step).Kind));
    }

    [Theory]
    [InlineData(-1, 2, "answered-before")]
    [InlineData(0, 2, null)]
    [InlineData(2, 2, null)]
    [InlineData(3, 2, "answered-ahead")]
    public void It_is_answered_between_the_day_of_the_check_and_today(int on, int day, string? code) =>
        Assert.Equal(code, Grievance.Checked().Decide(Grievance.Answer(on, day)).Refusal?.Code);

    [Fact]
    public void Another_court_does_not_know_it_the_desk_works_on_it_and_a_leader_checks()
    {
        var other = Grievance.Clerk with { Court = Some.XiShan };
        Assert.Equal(RefusalKind.NotFound, Grievance.Circulating().Refuses(Grievance.Circulate() with { Actor = other }).Kind);
        Assert.Equal(RefusalKind.NotFound, new Grievance().Refuses(Grievance.Circulate()).Kind);
        foreach (var role in Enum.GetValues<Role>())
        {
            var actor = Grievance.Clerk with { Role = role };
            var desk = role is Role.Clerk or Role.Office;
            Assert.Equal(desk ? null : "not-your-role", Grievance.Register(Grievance.Registration(actor: actor)).Refusal?.Code);
            Assert.Equal(desk ? null : "not-your-role", Grievance.Registered().Decide(Grievance.Circulate() with { Actor = actor }).Refusal?.Code);
            Assert.Equal(desk ? null : "not-your-role", Grievance.Checked().Decide(Grievance.Answer() with { Actor = actor }).Refusal?.Code);
            Assert.Equal(desk || role == Role.Leader ? null : "not-your-role", Grievance.Circulating().Decide(Grievance.Check(CheckOutcome.Unfounded) with { Actor = actor }).Refusal?.Code);
        }
    }

    [Fact]
    public void It_goes_on_after_its_texts_were_erased_with_a_key_that_is_not_the_erased_one()
    {
        var grievance = Grievance.Circulating();
        grievance.Take(new ComplaintEvent.ContentErased(grievance.State.Registered!.Complaint, "依申请"));
        Assert.Equal((null, true), (grievance.State.Key, grievance.State.Erased));
        Assert.NotNull(grievance.Do(Grievance.Check(CheckOutcome.Unfounded)).State.Key);
    }

    [Fact]
    public void An_event_that_cannot_follow_is_not_believed() =>
        Assert.Throws<InvalidOperationException>(() => Grievance.Registered().Take(Grievance.Checked().State.Checked!));

    private static (string?, string?, string?) Said(RegisterComplaint command)
    {
        var refusal = Grievance.Register(command).Refusal;
        return (refusal?.Code, refusal?.Rule, refusal?.Field);
    }

    private static (string, string?) Why(Refusal refusal) => (refusal.Code, refusal.Field);
}
