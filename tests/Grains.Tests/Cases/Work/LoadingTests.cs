using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Acts;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Grains.Tests.Cases.Work;

/// <summary>A long life is loaded whole; how long that takes is measured by the bench (<c>loading</c>).</summary>
public sealed class LoadingTests
{
    [Fact]
    public void A_case_of_five_hundred_events_is_read_and_folded_whole()
    {
        var story = WorkStory.Received();
        var stored = story.Events.Select(Written).ToList();
        while (stored.Count < 500)
        {
            story = story.Does(WorkStory.Owner, stored.Count % 2 == 0 ? CaseAct.Investigate : CaseAct.Supervise).Agreed();
            stored.AddRange(story.Events.Select(Written));
        }

        var state = stored.Select(Codecs.Case.Decode).Aggregate(CaseState.Unopened, CaseEvolution.Evolve);
        Assert.Equal(stored.Count - 3, state.Work.Seen.Count);
    }

    /// <summary>As the store gives it back: bytes alone.</summary>
    private static StoredEvent Written(CaseEvent @event) => Codecs.Case.Encode(@event) with { Event = null };
}
