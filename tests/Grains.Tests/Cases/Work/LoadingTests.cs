using System.Collections.Immutable;
using System.Diagnostics;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Acts;
using PetitionMesh.Grains.Journaling;
using Xunit.Abstractions;

namespace PetitionMesh.Grains.Tests.Cases.Work;

/// <summary>A long life is loaded at once; how long that takes is printed, not asserted: 5 ms of optimised code is the goal.</summary>
public sealed class LoadingTests(ITestOutputHelper output)
{
    /// <summary>Enough that what is measured is compiled as it is in a server that has run for a while.</summary>
    private const int Rounds = 400;

    [Fact]
    public void A_case_of_five_hundred_events_is_read_and_folded_whole()
    {
        var story = WorkStory.Received();
        var stored = story.Events.Select(e => Codecs.Case.Encode(e)).Select(e => e with { Event = null }).ToList();
        while (stored.Count < 500)
        {
            story = story.Does(WorkStory.Owner, stored.Count % 2 == 0 ? CaseAct.Investigate : CaseAct.Supervise).Agreed();
            stored.AddRange(story.Events.Select(e => new StoredEvent(Codecs.Case.Encode(e).Kind, Codecs.Case.Encode(e).Payload)));
        }
        var best = Enumerable.Range(0, Rounds).Min(_ => Load([.. stored.Select(e => new StoredEvent(e.Kind, e.Payload))]));
        output.WriteLine($"500 events: {best.TotalMilliseconds:0.00} ms");
    }

    private static TimeSpan Load(ImmutableArray<StoredEvent> stored)
    {
        var start = Stopwatch.GetTimestamp();
        var state = stored.Select(Codecs.Case.Decode).Aggregate(CaseState.Unopened, CaseEvolution.Evolve);
        var took = Stopwatch.GetElapsedTime(start);
        Assert.Equal(stored.Length - 3, state.Work.Seen.Count);
        return took;
    }
}
