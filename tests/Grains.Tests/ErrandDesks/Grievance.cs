using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.ErrandDesks;
using PetitionMesh.Grains.Privacy;

namespace PetitionMesh.Grains.Tests.ErrandDesks;

/// <summary>A complaint of a test, told as what is done on which day.</summary>
internal sealed class Grievance
{
    private static readonly CommandId s_id = new("dg/c1", "1", [], Recorded: true);

    public static Actor Clerk { get; } = new("c1", "魏健", Some.DongGang, Role.Clerk);

    public static ErrandDeskAnswer Desk { get; } = new(new ErrandDeskId(Guid.Parse("00000000-0000-8000-8000-0000000000d1")), Some.DongGang, "一号窗口", null, "高专员", Some.Today, null);

    public ComplaintState State { get; private set; } = ComplaintState.Unknown;

    public static Grievance Registered()
    {
        var grievance = new Grievance();
        grievance.Take(ComplaintDecider.Register(ComplaintState.Unknown, Registration(), Seal));
        return grievance;
    }

    /// <summary>One that is with a division, until <see cref="ComplaintTerms.OrdinaryDays"/> days from today.</summary>
    public static Grievance Circulating() => Registered().Do(Circulate());

    public static Grievance Checked() => Circulating().Do(Check(CheckOutcome.Unfounded));

    /// <param name="day">Of the receipt, from today.</param>
    public static RegisterComplaint Registration(int day = 0, Actor? actor = null) =>
        new(s_id, actor ?? Clerk, Some.Morning, Some.Today, Desk, Channel.Visit, Some.Today.AddDays(day), [ForbiddenConduct.Delay], new Secret("执行款三个月未发"), new Secret("邹宁一"), null);

    /// <param name="day">From today.</param>
    public static ComplaintStep Step(int day = 0, Actor? actor = null) => new(s_id, actor ?? Clerk, Some.Morning.AddDays(day), Some.Today.AddDays(day));

    /// <param name="due">From today; null for the ordinary day.</param>
    public static ComplaintStep Circulate(string division = "执行局", int? due = null, int day = 0) =>
        Step(day) with { Circulate = new CirculateComplaint(division, due is { } days ? Some.Today.AddDays(days) : null) };

    public static ComplaintStep Check(CheckOutcome outcome, int day = 0, params ForbiddenConduct[] found) =>
        Step(day) with { Check = new CheckComplaint(outcome, "孙庭长", new Secret("经核对卷宗"), [.. found]) };

    /// <param name="on">The day of the answer, from today.</param>
    public static ComplaintStep Answer(int on = 0, int day = 0) => Step(day) with { Answer = new AnswerComplaint("高专员", AnswerMeans.Call, new Secret("已发放"), Some.Today.AddDays(on)) };

    public static Decision<ComplaintEvent> Register(RegisterComplaint command) => ComplaintDecider.Register(ComplaintState.Unknown, command, Seal);

    public Decision<ComplaintEvent> Decide(ComplaintStep step) => ComplaintDecider.Decide(State, step, Seal, ComplaintTerms.Ordinary);

    public Grievance Do(ComplaintStep step)
    {
        Take(Decide(step));
        return this;
    }

    public Refusal Refuses(ComplaintStep step) => Decide(step).Refusal ?? throw new InvalidOperationException("It was done.");

    public void Take(ComplaintEvent @event) => State = ComplaintState.Evolve(State, @event);

    private static Sealed Seal(string field, Secret text) => Some.Sealed($"{field}-{text.Value}");

    private void Take(Decision<ComplaintEvent> decision)
    {
        Assert.Null(decision.Refusal);
        State = decision.Events.Aggregate(State, ComplaintState.Evolve);
    }
}
