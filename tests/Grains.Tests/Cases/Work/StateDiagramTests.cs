using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Acts;
using PetitionMesh.Grains.Cases.Papers;
using PetitionMesh.Grains.Leaders;
using PetitionMesh.Tests;

namespace PetitionMesh.Grains.Tests.Cases.Work;

/// <summary>The diagram in docs/domain.md is what the decider does from every state, and nothing else.</summary>
public sealed class StateDiagramTests
{
    private const string Begin = "<!-- states: generated, see StateDiagramTests -->";
    private const string End = "<!-- /states -->";

    private static readonly (string Label, Func<WorkStory, WorkStory> Do)[] Moves =
    [
        ("received by a leader (W3)", s => s.Tell(Tests.Some.Reception(90 + s.Acts, by: new LeaderId(WorkStory.OwnerId), occurredAt: s.Now) with { Terms = WorkStory.Terms })),
        ("received, nobody on duty", s => s.Tell(Tests.Some.Reception(95 + s.Acts, nobody: true, channel: Channel.Letter, occurredAt: s.Now) with { Terms = WorkStory.Terms })),
        ("imported, owner named (W5)", s => s.Tell(Tests.Some.Import(new LeaderId(WorkStory.OwnerId)))),
        ("imported, no owner named", s => s.Tell(Tests.Some.Import())),
        ("assigned or entered, owner named (J5)", s => s.Does(WorkStory.Office, CaseAct.Enter, ("owner", WorkStory.OwnerId))),
        ("report signed: promise (W14)", s => Ended(s, CaseAct.Close, "writtenUndertaking")),
        ("report signed: rejected, retrial or another ground (W14)", s => Ended(s, CaseAct.Close, "retrial")),
        ("report signed: termination (J9)", s => Ended(s, CaseAct.Terminate, null)),
        ("report signed: handover (J9)", s => Ended(s, CaseAct.HandOver, null)),
        ("a return after the year (W14)", s => s.State.Ending is null ? s : s.After(TimeSpan.FromDays(370)).Returns(97)),
        ("a visit to province or capital within the year (W14)", s => s.After(TimeSpan.FromDays(1)) is var next ? next.Tell(
            new CaseCommand.ReportOutsideVisit(new ActId(Guid.NewGuid()), Level.Capital, next.Today, "省信访局", WorkStory.Supervisor, next.Ground)) : s),
        ("a year without a return, by the clock (W14)", s => s.After(TimeSpan.FromDays(370)).Sweep()),
        ("the owner reopens (W14)", s => s.Does(WorkStory.Owner, CaseAct.Reopen)),
    ];

    [Fact]
    public void The_states_in_the_docs_are_those_of_the_code()
    {
        var path = Path.Combine(Repository.Root, "docs", "domain.md");
        var text = File.ReadAllText(path);
        var (from, to) = (text.IndexOf(Begin, StringComparison.Ordinal), text.IndexOf(End, StringComparison.Ordinal));
        Assert.True(from >= 0 && to > from, "docs/domain.md has no place for the states.");
        var diagram = $"{Begin}\n```mermaid\n{Diagram()}```\n";
        if (Environment.GetEnvironmentVariable("WRITE_DOCS") is not null)
            File.WriteAllText(path, text[..from] + diagram + text[to..]);
        else
            Assert.Equal(diagram, text[from..to]);
    }

    private static string Diagram()
    {
        var states = new Dictionary<string, WorkStory> { ["[*]"] = WorkStory.Unopened };
        var edges = new SortedSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<string>(["[*]"]);
        while (waiting.TryDequeue(out var name))
        {
            foreach (var (label, move) in Moves)
            {
                var after = move(states[name]);
                if (after.Refusal is not null || !after.State.Exists || Name(after.State) == name)
                    continue;
                edges.Add($"    {name} --> {Name(after.State)}: {label}\n");
                if (states.TryAdd(Name(after.State), after))
                    waiting.Enqueue(Name(after.State));
            }
        }
        return $"stateDiagram-v2\n{string.Concat(edges)}";
    }

    private static string Name(CaseState state) => char.ToLowerInvariant(state.Status.ToString()[0]) + state.Status.ToString()[1..];

    private static WorkStory Ended(WorkStory story, CaseAct act, string? ground)
    {
        if (!story.State.Exists || story.State.Owner is null)
            return story with { Refusal = Refusal.Unknown("没有这个信访事项。") };
        var ready = story.Files(Enum.GetValues<PaperKind>()).Does(WorkStory.Judge, CaseAct.SelfExamine).Does(WorkStory.Owner, CaseAct.Review);
        var submitted = ready.Does(WorkStory.Judge, act, ready.Papers, ground is null ? [] : [("ground", ground)]);
        return submitted.Refusal is null ? submitted.SignedAll() : submitted;
    }
}
