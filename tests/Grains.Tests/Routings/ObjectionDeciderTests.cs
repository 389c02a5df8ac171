using PetitionMesh.Grains.Privacy;
using PetitionMesh.Grains.Routings;

namespace PetitionMesh.Grains.Tests.Routings;

/// <summary>Y2–Y4: who receives a matter may object in time, and every objection is decided with reasons.</summary>
public sealed class ObjectionDeciderTests
{
    [Theory]
    [InlineData(RoutingKind.FirstTrial, 5, "Y2")]
    [InlineData(RoutingKind.FirstEnforcement, 3, "Y3")]
    public void An_objection_is_heard_until_the_end_of_the_last_day_and_then_refused_with_rule_and_day(RoutingKind kind, int days, string rule)
    {
        Assert.Equal(RoutingStatus.Disputed, Slip.Matched(kind).Do(Slip.Mismatch(days)).State.Status);
        var late = Slip.Matched(kind).Refuses(Slip.Mismatch(days + 1));
        Assert.Equal(("objection-late", rule, RefusalKind.Rule), (late.Code, late.Rule, late.Kind));
        Assert.Contains(Some.Today.AddDays(days).ToString("yyyy-MM-dd", null), late.Detail, StringComparison.Ordinal);
        Assert.Equal(RoutingStatus.Disputed, Slip.Unmatched(kind).Do(Slip.Missed(days, kind)).State.Status);
        Assert.Equal("objection-late", Slip.Unmatched(kind).Refuses(Slip.Missed(days + 1, kind)).Code);
    }

    [Fact]
    public void A_granted_mismatch_goes_to_whoever_is_named_who_may_object_anew()
    {
        var slip = Slip.Matched().Do(Slip.Mismatch(1)).Do(Slip.Resolve(ObjectionOutcome.Granted, Slip.Another, day: 9));
        Assert.Equal((RoutingStatus.Routed, Slip.Another, null), (slip.State.Status, slip.State.Receiver, slip.State.Related));
        Assert.Equal(Some.Today.AddDays(14), slip.State.ObjectUntil);
        Assert.Equal(new ObjectionTally(1, 0, 1, 0, 0), slip.State.Tally);
        Assert.Equal("no-match", slip.Refuses(Slip.Mismatch(10)).Code);
        Assert.Null(slip.State.Ground);
        // He may turn out to have had it first: then its number is written down, and it stays with him.
        slip.Do(Slip.Missed(10)).Do(Slip.Resolve(ObjectionOutcome.Granted, day: 11));
        Assert.Equal((Slip.Another, Slip.Earlier, RoutingGround.Derived), (slip.State.Receiver, slip.State.Related!.Value, slip.State.Ground));
        Assert.Equal("already-there", slip.Refuses(Slip.Missed(12)).Code);
    }

    [Fact]
    public void A_refused_objection_goes_on_and_is_not_asked_again()
    {
        var slip = Slip.Matched().Do(Slip.Mismatch(1)).Do(Slip.Resolve(ObjectionOutcome.Refused, day: 2));
        Assert.Equal((Slip.Judge, Slip.Earlier, Some.Today.AddDays(5)), (slip.State.Receiver, slip.State.Related!.Value, slip.State.ObjectUntil));
        Assert.Equal("objection-decided", slip.Refuses(Slip.Mismatch(3)).Code);
        Assert.Equal(2, slip.Do(Slip.Missed(3)).State.Objections.Length);
    }

    [Fact]
    public void A_granted_missed_match_moves_to_the_first_judge_who_may_say_that_it_is_not_his()
    {
        var slip = Slip.Unmatched().Do(Slip.Missed(1)).Do(Slip.Resolve(ObjectionOutcome.Granted, day: 2));
        Assert.Equal((Slip.Another, Slip.Earlier), (slip.State.Receiver, slip.State.Related!.Value));
        Assert.Equal(RoutingStatus.Disputed, slip.Do(Slip.Mismatch(7)).State.Status);
        Assert.Equal(new ObjectionTally(2, 1, 1, 0, 0), slip.State.Tally);
    }

    [Fact]
    public void A_missed_match_in_enforcement_is_settled_by_consultation()
    {
        var moved = Slip.Unmatched(RoutingKind.FirstEnforcement).Do(Slip.Missed(kind: RoutingKind.FirstEnforcement)).Do(Slip.Resolve(ObjectionOutcome.Settled, Slip.Another));
        Assert.Equal((Slip.Another, Slip.Earlier), (moved.State.Receiver, moved.State.Related!.Value));
        var stays = Slip.Unmatched(RoutingKind.FirstEnforcement).Do(Slip.Missed(kind: RoutingKind.FirstEnforcement)).Do(Slip.Resolve(ObjectionOutcome.Settled));
        Assert.Equal((Slip.Judge, null, 1), (stays.State.Receiver, stays.State.Related, stays.State.Tally.Settled));
        var kept = Slip.Unmatched(RoutingKind.FirstEnforcement).Do(Slip.Missed(kind: RoutingKind.FirstEnforcement)).Do(Slip.Resolve(ObjectionOutcome.Settled, Slip.Judge));
        Assert.Null(kept.State.Objections[0].Decided!.Receiver);
        var third = Slip.Unmatched(RoutingKind.FirstEnforcement).Do(Slip.Missed(kind: RoutingKind.FirstEnforcement)).Do(Slip.Resolve(ObjectionOutcome.Settled, new Official("钱法官", "执行局")));
        Assert.Null(third.State.Related);
        Assert.Equal("not-settled", Slip.Unmatched().Do(Slip.Missed()).Refuses(Slip.Resolve(ObjectionOutcome.Settled)).Code);
        Assert.Equal("not-settled", Slip.Matched(RoutingKind.FirstEnforcement).Do(Slip.Mismatch()).Refuses(Slip.Resolve(ObjectionOutcome.Settled)).Code);
    }

    [Fact]
    public void One_objection_is_open_at_a_time_and_only_of_what_is_routed()
    {
        Assert.Equal("routing-pending", Slip.Of().Refuses(Slip.Mismatch()).Code);
        Assert.Equal("no-objection", Slip.Matched().Refuses(Slip.Resolve(ObjectionOutcome.Refused)).Code);
        Assert.Equal("objection-open", Slip.Matched().Do(Slip.Mismatch()).Refuses(Slip.Missed()).Code);
    }

    [Fact]
    public void A_missed_match_names_number_and_judge_and_a_mismatch_neither()
    {
        var missed = Slip.Missed();
        Assert.Equal("firstReceiver", Slip.Unmatched().Refuses(missed with { Dispute = missed.Dispute! with { First = null } }).Field);
        Assert.Equal("relatedCaseNumber", Slip.Unmatched().Refuses(missed with { Dispute = missed.Dispute! with { Related = null } }).Field);
        Assert.Equal("related-same", Slip.Unmatched().Refuses(missed with { Dispute = missed.Dispute! with { Related = Some.Number() } }).Code);
        Assert.Equal("ground-missing", Slip.Unmatched().Refuses(missed with { Dispute = missed.Dispute! with { Ground = null } }).Code);
        Assert.Equal("ground-of-other-kind", Slip.Unmatched().Refuses(missed with { Dispute = missed.Dispute! with { Ground = RoutingGround.Split } }).Code);
        Assert.Equal("already-there", Slip.Matched().Refuses(missed with { Dispute = missed.Dispute! with { First = Slip.Judge } }).Code);
        Assert.Equal("first-not-asked", Slip.Matched().Refuses(missed with { Dispute = missed.Dispute! with { Kind = ObjectionKind.Mismatch } }).Code);
        Assert.Equal("no-match", Slip.Unmatched().Refuses(Slip.Mismatch()).Code);
    }

    [Theory]
    [InlineData(ObjectionOutcome.Granted, false, "receiver-missing")]
    [InlineData(ObjectionOutcome.Refused, true, "receiver-not-asked")]
    public void Who_gets_a_disputed_match_is_named_just_when_it_is_granted(ObjectionOutcome outcome, bool named, string code) =>
        Assert.Equal(code, Slip.Matched().Do(Slip.Mismatch()).Refuses(Slip.Resolve(outcome, named ? Slip.Another : null)).Code);

    [Fact]
    public void A_decision_moves_the_matter_to_somebody_else_for_another_number()
    {
        Assert.Equal("receiver-same", Slip.Matched().Do(Slip.Mismatch()).Refuses(Slip.Resolve(ObjectionOutcome.Granted, Slip.Judge)).Code);
        Assert.Equal("related-same", Slip.Matched().Do(Slip.Mismatch()).Refuses(Slip.Resolve(ObjectionOutcome.Granted, Slip.Another, related: Some.Number(), ground: RoutingGround.Refiled)).Code);
        Assert.Equal("ground-missing", Slip.Matched().Do(Slip.Mismatch()).Refuses(Slip.Resolve(ObjectionOutcome.Granted, Slip.Another, related: Slip.Earlier)).Code);
        Assert.Equal("ground-not-asked", Slip.Matched().Do(Slip.Mismatch()).Refuses(Slip.Resolve(ObjectionOutcome.Granted, Slip.Another, ground: RoutingGround.Model)).Code);
        Assert.Equal("receiver-not-asked", Slip.Unmatched().Do(Slip.Missed()).Refuses(Slip.Resolve(ObjectionOutcome.Granted, Slip.Another)).Code);
        Assert.Equal("receiver-missing", Slip.Unmatched(RoutingKind.FirstEnforcement).Do(Slip.Missed(kind: RoutingKind.FirstEnforcement)).Refuses(Slip.Resolve(ObjectionOutcome.Settled, related: Slip.Earlier)).Code);
    }

    [Fact]
    public void It_is_decided_between_the_objection_and_today_by_somebody_else()
    {
        var slip = Slip.Matched().Do(Slip.Mismatch(2));
        Assert.Equal("decided-before", slip.Refuses(Slip.Resolve(ObjectionOutcome.Refused, day: 3, on: 1)).Code);
        Assert.Equal("decided-ahead", slip.Refuses(Slip.Resolve(ObjectionOutcome.Refused, day: 3, on: 4)).Code);
        Assert.Equal("own-objection", slip.Refuses(Slip.Resolve(ObjectionOutcome.Refused, day: 3, by: "李 法官")).Code);
        Assert.Equal(Some.Today.AddDays(2), slip.Do(Slip.Resolve(ObjectionOutcome.Refused, day: 3, on: 2)).State.Objections[0].Decided!.Day);
    }

    [Fact]
    public void Who_objects_is_the_receiver_himself_or_at_the_desk()
    {
        var judge = new Actor("j1", "李 法官", Some.DongGang, Role.Judge);
        Assert.Equal(Slip.Judge.Name, Slip.Matched().Do(Slip.Mismatch(actor: judge)).State.Open!.Objector);
        Assert.Equal((Slip.Judge.Name, "魏健"), (Slip.Matched().Do(Slip.Mismatch()).State.Open!.Objector, Slip.Matched().Do(Slip.Mismatch()).State.Open!.By));
        Assert.Equal("not-receiver", Slip.Matched().Refuses(Slip.Mismatch(actor: judge with { Name = "周法官" })).Code);
    }

    [Fact]
    public void An_event_that_cannot_follow_is_not_believed() =>
        Assert.Throws<InvalidOperationException>(() => RoutingState.Evolve(Slip.Of().State, Slip.Matched().Decide(Slip.Mismatch()).Events[0]));
}
