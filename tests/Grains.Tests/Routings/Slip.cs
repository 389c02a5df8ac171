using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Privacy;
using PetitionMesh.Grains.Routings;

namespace PetitionMesh.Grains.Tests.Routings;

/// <summary>A routing slip of a test, told as what is done on which day.</summary>
internal sealed class Slip
{
    public static readonly Official Judge = new("李法官", "民一庭");
    public static readonly Official Another = new("赵法官", "民二庭");
    public static readonly CaseNumber Earlier = CaseNumber.Parse("(2024)鲁9902民初17号");
    private static readonly CommandId s_id = new("dg/c1", "1", [], Recorded: true);
    private readonly RoutingTerms _terms;

    private Slip(RoutingTerms terms) => _terms = terms;

    public static Actor Clerk { get; } = new("c1", "魏健", Some.DongGang, Role.Clerk);

    public RoutingState State { get; private set; } = RoutingState.Unknown;

    /// <param name="day">Of the receipt or search, from today.</param>
    public static Slip Of(RoutingKind kind = RoutingKind.FirstTrial, int day = 0, RoutingGround? ground = null, RoutingTerms? terms = null)
    {
        var slip = new Slip(terms ?? RoutingTerms.Ordinary);
        slip.Take(RoutingDecider.Register(RoutingState.Unknown, Registration(kind, day, ground), note: null, slip._terms));
        return slip;
    }

    /// <summary>One that is with <see cref="Judge"/>, for an earlier matter of his.</summary>
    public static Slip Matched(RoutingKind kind = RoutingKind.FirstTrial, RoutingTerms? terms = null)
    {
        var slip = Of(kind, terms: terms);
        slip.Do(ToJudge(kind));
        return slip;
    }

    /// <summary>One for which nothing related was found.</summary>
    public static Slip Unmatched(RoutingKind kind = RoutingKind.FirstTrial)
    {
        var slip = Of(kind);
        slip.Do(Step() with { Route = new Route(null, Judge, null) });
        return slip;
    }

    public static RegisterRouting Registration(RoutingKind kind, int day, RoutingGround? ground = null, Actor? actor = null) =>
        new(s_id, actor ?? Clerk, Some.Morning, Some.Today, kind, Some.Number(), ground, Some.Today.AddDays(day), null);

    /// <param name="day">From today.</param>
    public static RoutingStep Step(int day = 0, Actor? actor = null) => new(s_id, actor ?? Clerk, Some.Morning.AddDays(day), Some.Today.AddDays(day));

    public static RoutingStep ToJudge(RoutingKind kind, int day = 0) =>
        Step(day) with { Route = new Route(Earlier, Judge, kind == RoutingKind.FirstTrial ? RoutingGround.Refiled : RoutingGround.Resumed) };

    public static RoutingStep Mismatch(int day = 0, Actor? actor = null) =>
        Step(day, actor) with { Dispute = new Dispute(ObjectionKind.Mismatch, null, null, null, new Secret("当事人不同")) };

    public static RoutingStep Missed(int day = 0, RoutingKind kind = RoutingKind.FirstTrial, Official? first = null) => Step(day) with
    {
        Dispute = new Dispute(
            ObjectionKind.MissedMatch, Earlier, first ?? Another, kind == RoutingKind.FirstTrial ? RoutingGround.Derived : RoutingGround.Split, new Secret("在先案件由其审理")),
    };

    public static RoutingStep Resolve(ObjectionOutcome outcome, Official? receiver = null, int day = 0, CaseNumber? related = null, int? on = null, string by = "孙庭长", RoutingGround? ground = null) => Step(day) with
    {
        Resolve = new Resolve(outcome, receiver, related, by, Some.Today.AddDays(on ?? day), new Secret("同意"), new Secret("经核对卷宗"), ground),
    };

    public static RoutingStep Enforced(long fen, int on = 0, int day = 0) => Step(day) with { Enforced = new RecordEnforced(fen, Some.Today.AddDays(on)) };

    public Decision<RoutingEvent> Decide(RoutingStep step) => RoutingDecider.Decide(State, step, (_, text) => Some.Sealed(text.Value), _terms);

    public Slip Do(RoutingStep step)
    {
        Take(Decide(step));
        return this;
    }

    public Refusal Refuses(RoutingStep step) => Decide(step).Refusal ?? throw new InvalidOperationException("It was done.");

    private void Take(Decision<RoutingEvent> decision)
    {
        Assert.Null(decision.Refusal);
        State = decision.Events.Aggregate(State, RoutingState.Evolve);
    }
}
