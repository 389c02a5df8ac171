using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.FirstRequests;
using PetitionMesh.Grains.Petitioners;
using PetitionMesh.Grains.Privacy;

namespace PetitionMesh.Grains.Tests.FirstRequests;

/// <summary>Y1: the first receiver is responsible until the request is done, or goes on as a case.</summary>
public sealed class FirstRequestDeciderTests
{
    private static readonly Actor s_clerk = new("c1", "魏健", Some.DongGang, Role.Clerk);
    private static readonly CommandId s_id = new("dg/c1", "1", [], Recorded: true);

    [Fact]
    public void What_is_done_on_the_spot_is_done_on_its_day()
    {
        var state = Fold(FirstRequestState.Unknown, FirstRequestDecider.Receive(FirstRequestState.Unknown, Request(RequestHandling.OnTheSpot, doneOn: Some.Today)));
        Assert.Equal((RequestStatus.Done, Some.Today), (state.Status, state.DoneOn));
    }

    [Theory]
    [InlineData(RequestHandling.Promised, "due-missing")]
    [InlineData(RequestHandling.Guided, "body-missing")]
    public void A_promise_has_a_day_and_another_bodys_duty_its_name(RequestHandling handling, string code) =>
        Assert.Equal(code, FirstRequestDecider.Receive(FirstRequestState.Unknown, Request(handling)).Refusal?.Code);

    [Fact]
    public void A_register_is_taken_in_as_it_is_and_a_later_one_brings_only_what_has_been_done_since()
    {
        var origin = new FirstRequestOrigin("import-1", new FirstRequestId(Guid.NewGuid()));
        var state = Fold(FirstRequestState.Unknown, FirstRequestDecider.Receive(FirstRequestState.Unknown, Request(RequestHandling.Promised, origin: origin)));
        Assert.Equal(RequestStatus.Open, state.Status);
        Assert.Empty(FirstRequestDecider.Receive(state, Request(RequestHandling.Promised, origin: origin)).Events);
        state = Fold(state, FirstRequestDecider.Receive(state, Request(RequestHandling.Promised, doneOn: Some.Today, origin: origin)));
        Assert.Equal(RequestStatus.Done, state.Status);
        Assert.Empty(FirstRequestDecider.Receive(state, Request(RequestHandling.Promised, doneOn: Some.Today.AddDays(1), origin: origin)).Events);
    }

    [Fact]
    public void Only_what_is_open_is_passed_on_or_done_and_only_what_has_ended_is_filed()
    {
        var open = Fold(FirstRequestState.Unknown, FirstRequestDecider.Receive(FirstRequestState.Unknown, Request(RequestHandling.Complex)));
        Assert.Equal("request-open", Decide(open, Step() with { File = true }).Refusal?.Code);
        Assert.Equal("done-before", Decide(open, Step() with { Finish = new Finish(Some.Today.AddDays(-1), null) }).Refusal?.Code);
        Assert.Equal("done-ahead", Decide(open, Step() with { Finish = new Finish(Some.Today.AddDays(1), null) }).Refusal?.Code);
        Assert.Equal("not-found", Decide(open, Step(s_clerk with { Court = Some.XiShan }) with { Finish = new Finish(Some.Today, null) }).Refusal?.Code);
        var done = Fold(open, Decide(open, Step() with { Finish = new Finish(Some.Today, null) }));
        Assert.Equal("request-ended", Decide(done, Step() with { PassOn = new PassOn("执行局", null, null) }).Refusal?.Code);
        var entered = Fold(done, Decide(done, Step() with { Enter = Some.Case }));
        Assert.Equal(RequestStatus.Entered, entered.Status);
        Assert.Empty(Decide(entered, Step() with { Enter = Some.Case }).Events);
        Assert.Equal("request-entered", Decide(entered, Step() with { Enter = new CaseId(Guid.NewGuid()) }).Refusal?.Code);
        var filed = Fold(entered, Decide(entered, Step() with { File = true }));
        Assert.Empty(Decide(filed, Step() with { File = true }).Events);
        Assert.Equal("request-filed", Decide(filed, Step() with { Finish = new Finish(Some.Today, null) }).Refusal?.Code);
    }

    private static FirstRequestStep Step(Actor? actor = null) => new(s_id, actor ?? s_clerk, Some.Morning, Some.Today);

    private static Decision<FirstRequestEvent> Decide(FirstRequestState state, FirstRequestStep step) =>
        FirstRequestDecider.Decide(state, step, (_, text) => Some.Sealed(text.Value));

    private static FirstRequestState Fold(FirstRequestState state, Decision<FirstRequestEvent> decision)
    {
        Assert.Null(decision.Refusal);
        return decision.Events.Aggregate(state, FirstRequestState.Evolve);
    }

    private static SealedFirstRequest Request(RequestHandling handling, DateOnly? doneOn = null, FirstRequestOrigin? origin = null) => new(
        new ReceiveFirstRequest(
            s_id, s_clerk, Some.Morning, Some.DongGang, Channel.Call, Some.Today, new TimeOnly(9, 10), "魏健", RequestKind.Consultation, handling,
            new Person(null, IdType.None, new Secret(""), null, null), new Secret(""), null, DueOn: null, doneOn, null, null, null, null, origin),
        Some.Sealed(), Some.Sealed(), null, [], []);
}
