using System.Collections.Immutable;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Acts;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.Cases.Papers;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;
using PetitionMesh.Grains.Privacy;
using TheCity = PetitionMesh.Grains.Tests.Rosters.Some;

namespace PetitionMesh.Grains.Tests.Cases.Work;

/// <summary>One case's story: acts by people at moments, each taken up at once; the last decision stands to be looked at.</summary>
internal sealed record WorkStory(CaseState State, DateTimeOffset Now, ImmutableArray<CaseEvent> Events, Refusal? Refusal, int Acts)
{
    public const string OwnerId = "L014";
    public const string PresidentId = "L011";

    /// <summary>A Monday morning that no holiday is near.</summary>
    public static readonly DateTimeOffset Start = new(2026, 11, 2, 9, 0, 0, TimeSpan.FromHours(8));
    public static readonly CaseTerms Terms = new(TheCity.Calendar, []);

    public static readonly Actor Owner = Leader(OwnerId);
    public static readonly Actor President = Leader(PresidentId);
    public static readonly Actor IntermediateHead = Leader("L002");
    public static readonly Actor Supervisor = new("S001", "中院信访局", new CourtId("zy"), Role.Supervisor);
    public static readonly Actor LeadingGroup = new("G001", "领导小组", new CourtId("zy"), Role.LeadingGroup);
    public static readonly Actor Judge = new("J001", "承办法官", new CourtId("dg"), Role.Judge);
    public static readonly Actor Office = new("O001", "信访办", new CourtId("dg"), Role.Office);
    public static readonly Actor Clerk = new("C001", "书记员", new CourtId("dg"), Role.Clerk);
    public static readonly Actor Stranger = new("O009", "信访办", new CourtId("kf"), Role.Office);

    public static WorkStory Unopened { get; } = new(CaseState.Unopened, Start, [], null, 0);

    public DateOnly Today => TheCity.City.DayOf(Now);

    public CaseGround Ground => CaseGround.Of(TheCity.City, Terms, Now);

    public static Actor Leader(string id) => new(id, id, TheCity.City.Leader(new LeaderId(id))!.Court, Role.Leader);

    /// <summary>Received first by a non-quota vice-president of dg, who owns it.</summary>
    public static WorkStory Received(DateTimeOffset? at = null)
    {
        var story = Unopened with { Now = at ?? Start };
        var due = Terms.Limit(ClockKind.Answer, new CourtId("dg")).DueAfter(story.Today, Terms.Calendar).Date;
        return story.Tell(Tests.Some.Reception(by: new LeaderId(OwnerId), occurredAt: story.Now) with { AnswerDue = due, Terms = Terms });
    }

    /// <summary>The same, assigned to dg by the superior court at that moment.</summary>
    public static WorkStory Assigned(DateTimeOffset? at = null, params (string, string)[] more) => Received(at).Assign(more);

    public WorkStory Assign(params (string, string)[] more) => Does(Supervisor, CaseAct.Assign,
        [("source", "superiorCourt"), ("documentNumber", "鲁高法信〔2026〕12号"), ("receivedAt", Now.ToUniversalTime().ToString("O")), ("unit", "dg"), .. more]).Agreed();

    public WorkStory After(TimeSpan span) => this with { Now = Now + span };

    public WorkStory On(DateOnly day, int hour = 9, int minute = 0) => this with { Now = TheCity.City.At(day, new TimeOnly(hour, minute)) };

    public WorkStory Tell(CaseCommand command)
    {
        var decision = CaseDecider.Decide(State, command);
        return this with
        {
            State = decision.Events.Aggregate(State, CaseEvolution.Evolve),
            Events = decision.Events,
            Refusal = decision.Refusal,
        };
    }

    /// <summary>W3: the owner recuses himself; whoever is named takes the case over.</summary>
    public WorkStory Recuses(string? to = null, string approver = PresidentId) =>
        Hands(new HandsAct.Recuse(RecusalGround.Decided, to is null ? null : new LeaderId(to), "原审审判长", new(approver), Today));

    public WorkStory Succeeds(string to) => Hands(new HandsAct.Succeed(new(to), SuccessionGround.PostLeft, "调离", new(PresidentId), Today));

    private WorkStory Hands(HandsAct act)
    {
        var command = new ChangeHands(new CommandId("test", "1", [], false), Supervisor, Now, act, []);
        var decision = SuccessionDecider.Decide(State, command, TheCity.City, Today);
        return (this with { State = decision.Events.Aggregate(State, CaseEvolution.Evolve), Events = decision.Events, Refusal = decision.Refusal }).Agreed();
    }

    public WorkStory Sweep() => Tell(new CaseCommand.Sweep(Ground));

    public WorkStory Returns(int nr = 2, Channel channel = Channel.Visit) => Tell(
        Tests.Some.Reception(nr, by: new LeaderId(OwnerId), channel: channel, occurredAt: Now) with { Terms = Terms });

    /// <summary>Does an act with these facts; everything else that its form requires is filled in.</summary>
    public WorkStory Does(Actor by, CaseAct act, params (string Name, string Value)[] facts) => Does(by, act, papers: [], facts);

    public WorkStory Does(Actor by, CaseAct act, ImmutableArray<PaperId> papers, params (string Name, string Value)[] facts) =>
        (this with { Acts = Acts + 1 }).Tell(Command(by, act, papers, facts, except: null));

    /// <summary>Does an act without one of the fields that its form requires.</summary>
    public WorkStory DoesWithout(Actor by, CaseAct act, string field, params (string Name, string Value)[] facts) =>
        (this with { Acts = Acts + 1 }).Tell(Command(by, act, [], facts, field));

    public WorkStory Files(params PaperKind[] kinds) => kinds.Aggregate(this, (story, kind) => (story with { Acts = story.Acts + 1 }).Tell(
        new CaseCommand.File(new PaperId(Id(1000 + story.Acts)), kind, "application/pdf", 10, "00", Judge, story.Ground)).Agreed());

    public ImmutableArray<PaperId> Papers => [.. State.Work.Papers.Select(p => p.Id)];

    /// <summary>Reports the case as ended with the papers that its ground asks for.</summary>
    public WorkStory Closes(string ground = "writtenUndertaking", params PaperKind[] more) =>
        Files([PaperKind.ReviewReport, PaperKind.Settlement, PaperKind.ResolutionPlan, .. more]) is var filed
            ? filed.Does(Judge, CaseAct.Close, filed.Papers, ("ground", ground), ("outcome", "persuaded")).Agreed()
            : throw new InvalidOperationException();

    public WorkStory Signs(params Actor[] actors) => actors.Aggregate(this, (story, actor) => story.Does(actor, CaseAct.Sign).Agreed());

    public WorkStory SignedAll() => State.Work.Closing!.Layers.Length == 2 ? Signs(Owner, President) : Signs(Owner, President, IntermediateHead, Supervisor, LeadingGroup);

    public WorkStory Agreed()
    {
        Assert.True(Refusal is null, Refusal?.Detail);
        return this;
    }

    public void Refused(string? rule, RefusalKind kind, string? containing = null)
    {
        Assert.NotNull(Refusal);
        Assert.Equal((rule, kind), (Refusal.Rule, Refusal.Kind));
        if (containing is not null)
            Assert.Contains(containing, Refusal.Detail, StringComparison.Ordinal);
    }

    public T The<T>()
        where T : CaseEvent => Assert.Single(Events.OfType<T>());

    public WatchedClock Clock(ClockKind kind) => State.Work.Clocks.Last(c => c.Clock.Kind == kind);

    public CaseCommand.Act Command(Actor by, CaseAct act, ImmutableArray<PaperId> papers, (string Name, string Value)[] facts, string? except)
    {
        var form = ActForms.Of(act);
        var given = facts.GroupBy(f => f.Name).ToDictionary(f => f.Key, f => f.Last().Value);
        foreach (var field in form.Fields.Where(f => f.Required && f.Kind is not (FieldKind.Narrative or FieldKind.Papers) && !given.ContainsKey(f.Name)))
            given[field.Name] = Filled(field);
        if (except is not null)
            given.Remove(except);
        ImmutableArray<string> said = [.. form.Fields.Where(f => f.Kind == FieldKind.Narrative && f.Name != except).Select(f => f.Name)];
        return new CaseCommand.Act(
            new ActId(Id(Acts)), act, by, [.. given.Select(g => new Fact(g.Key, g.Value))], said, said.IsEmpty ? null : Tests.Some.Sealed(), papers, Ground);
    }

    private string Filled(ActField field) => field.Kind switch
    {
        FieldKind.Day => Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        FieldKind.Instant => Now.ToUniversalTime().ToString("O"),
        FieldKind.Leader => field.Name == "owner" ? State.Owner?.Leader.Value ?? OwnerId : PresidentId,
        FieldKind.Court => "dg",
        FieldKind.Choice => field.Choices[0],
        FieldKind.Number => "1",
        FieldKind.Amount => "5000.00",
        FieldKind.ActOf => State.Work.Waiting.IsEmpty ? Guid.Empty.ToString("D") : State.Work.Waiting[^1].Id.Value,
        FieldKind.Clock => State.Work.Clocks.IsEmpty ? "meet-1" : State.Work.Clocks[^1].Clock.Id.Value,
        FieldKind.Judgments => VideoOrder.Write([new Judgment("first", null, "甲法官", true, false, [], null, null)]),
        FieldKind.Plain when field.Name == "division" => "执行局",
        _ => "某处",
    };

    private static Guid Id(int nr) => new(nr, 0, 0, new byte[8]);
}
