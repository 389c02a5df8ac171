using System.Collections.Immutable;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.LawsuitScreenings;

namespace PetitionMesh.Gateway.LawsuitScreenings;

/// <summary>Opens screenings as the journal holds them (S2).</summary>
internal sealed class LawsuitScreeningFile(IJournal journal)
{
    public async Task<(LawsuitScreeningState State, ImmutableArray<LawsuitScreeningEvent> History)> OpenAsync(LawsuitScreeningId id, CancellationToken cancellationToken)
    {
        ImmutableArray<LawsuitScreeningEvent> history =
            [.. (await journal.ReadAsync(StreamId.Of(id), 0, cancellationToken)).Select(e => Codecs.LawsuitScreening.Decode(e.Kind, e.Payload.AsSpan()))];
        return (history.Aggregate(LawsuitScreeningState.Unknown, LawsuitScreeningState.Evolve), history);
    }
}
