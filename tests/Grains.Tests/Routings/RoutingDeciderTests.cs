using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Routings;

namespace PetitionMesh.Grains.Tests.Routings;

/// <summary>Y2, Y3: whoever had a matter first gets it, in time or marked as late.</summary>
public sealed class RoutingDeciderTests
{
    [Theory]
    [InlineData(RoutingKind.FirstTrial, 15)]
    [InlineData(RoutingKind.FirstEnforcement, 2)]
    public void The_last_day_is_in_time_and_the_next_is_late_but_never_refused(RoutingKind kind, int days)
    {
        var slip = Slip.Of(kind, day: -days);
        Assert.Equal(Some.Today, slip.State.Registered!.DueOn);
        Assert.False(slip.Do(Slip.ToJudge(kind)).State.Routed!.Late);
        Assert.True(Slip.Of(kind, day: -days - 1).Do(Slip.ToJudge(kind)).State.Routed!.Late);
    }

    [Theory]
    [InlineData(RoutingKind.FirstTrial, 0, null)]
    [InlineData(RoutingKind.FirstTrial, 1, "day-ahead")]
    [InlineData(RoutingKind.FirstTrial, -365, null)]
    [InlineData(RoutingKind.FirstEnforcement, -366, "day-long-ago")]
    public void The_day_it_begins_with_is_no_later_than_today_and_no_slip_of_the_pen(RoutingKind kind, int day, string? code) =>
        Assert.Equal(code, Register(Slip.Registration(kind, day)).Refusal?.Code);

    [Fact]
    public void A_ground_is_one_of_its_kind()
    {
        foreach (var ground in Enum.GetValues<RoutingGround>())
        {
            var trial = ground is RoutingGround.Refiled or RoutingGround.Derived or RoutingGround.Model;
            Assert.Equal(trial ? null : "ground-of-other-kind", Register(Slip.Registration(RoutingKind.FirstTrial, 0, ground)).Refusal?.Code);
            Assert.Equal(trial ? "ground-of-other-kind" : null, Register(Slip.Registration(RoutingKind.FirstEnforcement, 0, ground)).Refusal?.Code);
        }
        var step = Slip.ToJudge(RoutingKind.FirstEnforcement);
        Assert.Equal("ground-of-other-kind", Slip.Of().Refuses(step).Code);
    }

    [Fact]
    public void A_match_has_a_ground_from_the_registration_or_the_routing_and_another_number()
    {
        var step = Slip.ToJudge(RoutingKind.FirstTrial);
        var without = step with { Route = step.Route! with { Ground = null } };
        Assert.Equal(("ground-missing", "Y2", "ground"), (Slip.Of().Refuses(without).Code, Slip.Of().Refuses(without).Rule, Slip.Of().Refuses(without).Field));
        Assert.Equal(RoutingGround.Model, Slip.Of(ground: RoutingGround.Model).Do(without).State.Ground);
        Assert.Equal("related-same", Slip.Of().Refuses(step with { Route = step.Route! with { Related = Some.Number() } }).Code);
    }

    [Fact]
    public void What_nothing_is_related_to_goes_to_the_ordinary_receiver_without_a_ground()
    {
        var slip = Slip.Unmatched();
        Assert.Equal((RoutingStatus.Routed, Slip.Judge, null), (slip.State.Status, slip.State.Receiver, slip.State.Related));
        Assert.Equal("ground-not-asked", Slip.Of().Refuses(Slip.Step() with { Route = new Route(null, Slip.Judge, RoutingGround.Model) }).Code);
        Assert.Null(Slip.Of(ground: RoutingGround.Model).Do(Slip.Step() with { Route = new Route(null, Slip.Judge, null) }).State.Ground);
    }

    [Fact]
    public void It_is_routed_once() => Assert.Equal("routing-routed", Slip.Matched().Refuses(Slip.ToJudge(RoutingKind.FirstTrial)).Code);

    [Fact]
    public void It_is_registered_once_and_anew_after_it_was_withdrawn_before_the_routing()
    {
        Assert.Equal("routing-known", Again(Slip.Of().State).Refusal?.Code);
        var withdrawal = Slip.Step() with { Withdraw = "案号误录" };
        var slip = Slip.Of(ground: RoutingGround.Model).Do(withdrawal);
        Assert.Equal(RoutingStatus.Withdrawn, slip.State.Status);
        Assert.Empty(slip.Decide(withdrawal).Events);
        Assert.Equal("routing-withdrawn", slip.Refuses(Slip.ToJudge(RoutingKind.FirstTrial)).Code);
        Assert.Equal((RoutingStatus.Pending, null), (Fold(slip.State, Again(slip.State)).Status, Fold(slip.State, Again(slip.State)).Ground));
        Assert.Equal("routing-routed", Slip.Matched().Refuses(withdrawal).Code);

        static Decision<RoutingEvent> Again(RoutingState state) => RoutingDecider.Register(state, Slip.Registration(RoutingKind.FirstTrial, 0), null, RoutingTerms.Ordinary);
        static RoutingState Fold(RoutingState state, Decision<RoutingEvent> decision) => decision.Events.Aggregate(state, RoutingState.Evolve);
    }

    [Fact]
    public void A_slip_is_named_by_what_it_is_about()
    {
        var slip = Slip.Registration(RoutingKind.FirstTrial, 0).Routing;
        Assert.Equal(slip, (Slip.Registration(RoutingKind.FirstTrial, -3) with { Id = new("dg/c2", "7", [], Recorded: true) }).Routing);
        Assert.NotEqual(slip, Slip.Registration(RoutingKind.FirstEnforcement, 0).Routing);
        Assert.NotEqual(slip, Slip.Registration(RoutingKind.FirstTrial, 0, actor: Slip.Clerk with { Court = Some.XiShan }).Routing);
    }

    [Fact]
    public void A_court_may_be_stricter_and_never_laxer()
    {
        var terms = new RoutingTerms([(Some.DongGang, RoutingLimit.RouteTrial, 10), (Some.DongGang, RoutingLimit.ObjectTrial, 1)]);
        var slip = Slip.Of(terms: terms);
        Assert.Equal(Some.Today.AddDays(10), slip.State.Registered!.DueOn);
        Assert.Equal(Some.Today.AddDays(1), slip.Do(Slip.ToJudge(RoutingKind.FirstTrial)).State.ObjectUntil);
        Assert.Equal(15, terms.DaysToRoute(RoutingKind.FirstTrial, Some.XiShan));
        Assert.Equal(2, terms.DaysToRoute(RoutingKind.FirstEnforcement, Some.DongGang));
        foreach (var (limit, days) in new[] { (RoutingLimit.RouteTrial, 16), (RoutingLimit.ObjectTrial, 6), (RoutingLimit.RouteEnforcement, 3), (RoutingLimit.ObjectEnforcement, 4), (RoutingLimit.RouteTrial, 0) })
            Assert.Throws<ArgumentOutOfRangeException>(() => new RoutingTerms([(Some.DongGang, limit, days)]));
    }

    [Fact]
    public void Another_court_does_not_know_it_and_only_the_desks_register_and_route()
    {
        var other = Slip.Clerk with { Court = new CourtId("xs") };
        Assert.Equal(RefusalKind.NotFound, Slip.Matched().Refuses(Slip.Mismatch(actor: other)).Kind);
        Assert.Equal(RefusalKind.NotFound, RoutingDecider.Decide(RoutingState.Unknown, Slip.ToJudge(RoutingKind.FirstTrial), (_, _) => Some.Sealed(), RoutingTerms.Ordinary).Refusal?.Kind);
        foreach (var role in Enum.GetValues<Role>())
        {
            var actor = Slip.Clerk with { Role = role };
            var desk = role is Role.Clerk or Role.Office;
            Assert.Equal(desk ? null : "not-your-role", Register(Slip.Registration(RoutingKind.FirstTrial, 0, actor: actor)).Refusal?.Code);
            Assert.Equal(desk ? null : "not-your-role", Slip.Of().Decide(Slip.ToJudge(RoutingKind.FirstTrial) with { Actor = actor }).Refusal?.Code);
            Assert.Equal(desk ? null : role is Role.Judge or Role.Leader ? "not-receiver" : "not-your-role", Slip.Matched().Decide(Slip.Mismatch(actor: actor)).Refusal?.Code);
        }
    }

    [Fact]
    public void What_the_first_officer_enforced_is_recorded_and_a_later_total_takes_its_place()
    {
        var slip = Slip.Matched(RoutingKind.FirstEnforcement).Do(Slip.Enforced(675_745_00));
        Assert.Equal(675_745_00, slip.State.Enforced!.Fen);
        Assert.Empty(slip.Decide(Slip.Enforced(675_745_00)).Events);
        Assert.Equal(1, slip.Do(Slip.Enforced(1, on: 1, day: 1)).State.Enforced!.Fen);
        Assert.Equal("enforced-before-known", slip.Refuses(Slip.Enforced(2, on: 0, day: 1)).Code);
    }

    [Fact]
    public void Nothing_else_counts_as_enforced_this_way()
    {
        Assert.Equal("not-enforcement", Slip.Matched().Refuses(Slip.Enforced(1)).Code);
        Assert.Equal("routing-pending", Slip.Of(RoutingKind.FirstEnforcement).Refuses(Slip.Enforced(1)).Code);
        Assert.Equal("no-first-officer", Slip.Unmatched(RoutingKind.FirstEnforcement).Refuses(Slip.Enforced(1)).Code);
        Assert.Equal("enforced-before", Slip.Matched(RoutingKind.FirstEnforcement).Refuses(Slip.Enforced(1, on: -1)).Code);
        Assert.Equal("enforced-ahead", Slip.Matched(RoutingKind.FirstEnforcement).Refuses(Slip.Enforced(1, on: 1)).Code);
    }

    private static Decision<RoutingEvent> Register(RegisterRouting command) => RoutingDecider.Register(RoutingState.Unknown, command, null, RoutingTerms.Ordinary);
}
