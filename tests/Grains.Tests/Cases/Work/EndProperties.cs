using System.Collections.Immutable;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Acts;
using PetitionMesh.Grains.Cases.Closings;
using PetitionMesh.Grains.Cases.Papers;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;
using TheCity = PetitionMesh.Grains.Tests.Rosters.Some;

namespace PetitionMesh.Grains.Tests.Cases.Work;

/// <summary>Whatever anybody does in whatever order, no case is closed without its report, papers and signatures.</summary>
public sealed class EndProperties
{
    private const int Commands = 200;
    private const int Seeds = 200;

    private static readonly ImmutableArray<Actor> Actors =
    [
        WorkStory.Owner, WorkStory.President, WorkStory.IntermediateHead, WorkStory.Supervisor, WorkStory.LeadingGroup, WorkStory.Judge,
        WorkStory.Office, WorkStory.Clerk, WorkStory.Stranger, WorkStory.Leader("L012"), WorkStory.Leader("L043"), WorkStory.Leader("L001"),
        WorkStory.LeadingGroup with { Court = new CourtId("dg") },
    ];

    private static readonly CaseStatus[] Closed = [CaseStatus.Provisional, CaseStatus.Resolved, CaseStatus.Terminated, CaseStatus.HandedOver];

    [Fact]
    public void No_sequence_of_commands_by_any_actors_reaches_an_end_without_papers_signatures_and_reason()
    {
        var ends = new HashSet<CaseStatus>();
        for (var seed = 0; seed < Seeds; seed++)
        {
            try
            {
                ends.UnionWith(Run(new Random(seed)));
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"Seed {seed}: {failure.Message}", failure);
            }
        }
        // Not vacuous: every kind of end was reached by some sequence.
        Assert.Equal(Closed, ends.Order());
    }

    private static HashSet<CaseStatus> Run(Random random)
    {
        var ends = new HashSet<CaseStatus>();
        var story = random.Next(4) == 0
            ? WorkStory.Unopened.Tell(Tests.Some.Reception(nobody: true, channel: Channel.Letter, occurredAt: WorkStory.Start))
            : WorkStory.Received();
        var history = story.Events.ToList();
        for (var i = 0; i < Commands; i++)
        {
            var before = story.State;
            story = Step(story, random, i);
            if (story.Refusal is not null)
                Assert.True(story.Events.IsEmpty && ReferenceEquals(before, story.State), "A refusal changed something.");
            history.AddRange(story.Events);
            if (story.State.Status != before.Status && Closed.Contains(story.State.Status))
            {
                ends.Add(story.State.Status);
                Check(story.State, history);
            }
        }
        return ends;
    }

    private static WorkStory Step(WorkStory story, Random random, int i)
    {
        if (random.Next(5) == 0)
            story = story.After(TimeSpan.FromHours(random.Next(random.Next(40) == 0 ? 10_000 : 48)));
        switch (random.Next(40))
        {
            case 0:
                return story.Returns(story.State.Receptions.Length + 1 + i * 1000, (Channel)random.Next(6));
            case 1:
                return story.Sweep();
            case 2:
                return story.Tell(new CaseCommand.ReportOutsideVisit(
                    new ActId(Guid.NewGuid()), Level.Capital, story.Today.AddDays(-random.Next(3)), "省信访局", Actors[random.Next(Actors.Length)], story.Ground));
            case 3:
                return story.Tell(new CaseCommand.Rate(random.Next(1, 6), story.Ground));
            case < 8:
                return (story with { Acts = story.Acts + 1 }).Tell(new CaseCommand.File(
                    new PaperId(new Guid(i, 7, 7, new byte[8])), (PaperKind)random.Next(12), "application/pdf", 1, "00", Actors[random.Next(Actors.Length)], story.Ground));
            case < 16 when story.State.Work.Closing is { Next: { } layer }:
                return story.Does(SignerOf(layer), random.Next(6) == 0 ? CaseAct.SendBack : CaseAct.Sign);
            default:
                var act = random.Next(3) == 0
                    ? new[] { CaseAct.Close, CaseAct.Terminate, CaseAct.HandOver, CaseAct.SelfExamine, CaseAct.Review, CaseAct.Reopen }[random.Next(6)]
                    : (CaseAct)random.Next(Enum.GetValues<CaseAct>().Length);
                var actor = random.Next(3) == 0 ? Actors[random.Next(Actors.Length)] : random.Next(2) == 0 ? WorkStory.Judge : WorkStory.Owner;
                ImmutableArray<PaperId> papers = random.Next(4) == 0 ? [.. story.Papers.Where(_ => random.Next(2) == 0)] : story.Papers;
                return story.Does(actor, act, papers, FactsOf(act, random));
        }
    }

    private static (string, string)[] FactsOf(CaseAct act, Random random) => ActForms.Of(act).Fields
        .Where(f => f.Kind == FieldKind.Choice)
        .Select(f => (f.Name, f.Choices[random.Next(f.Choices.Length)]))
        .ToArray();

    private static Actor SignerOf(SignatureLayer layer) => layer switch
    {
        SignatureLayer.Owner => WorkStory.Owner,
        SignatureLayer.President => WorkStory.President,
        SignatureLayer.IntermediateHead => WorkStory.IntermediateHead,
        SignatureLayer.Office => WorkStory.Supervisor,
        _ => WorkStory.LeadingGroup,
    };

    private static void Check(CaseState state, List<CaseEvent> history)
    {
        var reopened = history.FindLastIndex(e => e is CaseEvent.Reopened);
        var round = history.Skip(reopened + 1).ToList();
        var ended = Assert.Single(round.OfType<CaseEvent.Ended>());
        Assert.NotEqual("", ended.Reason);
        Signed(history, round.IndexOf(ended), round, ended.Ground);
        if (state.Status == CaseStatus.HandedOver)
            Signed(history, round.FindIndex(e => e is CaseEvent.PassedOn), round, EndingGround.HandedOver);
    }

    /// <summary>Before it stand the report with its papers and, in order, all its signatures by people who may sign.</summary>
    private static void Signed(List<CaseEvent> history, int end, List<CaseEvent> round, EndingGround ground)
    {
        var at = round.FindLastIndex(end, e => e is CaseEvent.ClosingSubmitted);
        var report = (CaseEvent.ClosingSubmitted)round[at];
        Assert.Equal(ground, report.Ground);
        Assert.NotNull(report.Report);
        var kinds = history.OfType<CaseEvent.PaperFiled>().Where(p => report.Papers.Contains(p.Paper)).Select(p => p.Kind);
        Assert.Empty(RequiredPapers.Missing(ground, kinds));
        var signatures = round.Skip(at).Take(end - at).OfType<CaseEvent.Signed>().ToList();
        // By the rule and not by the report: an assignment may have come while it was being signed (J6).
        var isAssigned = history.TakeWhile(e => !ReferenceEquals(e, round[end])).OfType<CaseEvent.Assigned>().Any();
        Assert.Equal(SignatureLayers.For(ground, isAssigned, CourtTier.Basic), signatures.Select(s => s.Layer));
        Assert.DoesNotContain(round.Skip(at).Take(end - at), e => e is CaseEvent.SentBack);
        foreach (var signature in signatures.Where(s => s.Layer is SignatureLayer.President or SignatureLayer.IntermediateHead))
            Assert.True(TheCity.City.Leader(new LeaderId(signature.By))!.Rank <= LeaderRank.VicePresident);
    }
}
