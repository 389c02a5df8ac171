using System.Collections.Immutable;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Privacy;

namespace PetitionMesh.Simulation.Sabotages;

/// <summary>Nobody asks at the append whether the key that sealed it was erased meanwhile.</summary>
internal sealed class NoErasureGuard : Sabotage
{
    public override IJournal Dress(IJournal journal) => new Careless(journal);

    private sealed class Careless(IJournal inner) : IJournal
    {
        public Task<AppendResult> AppendAsync(Append append, CancellationToken cancellationToken) =>
            inner.AppendAsync(append with { Slices = [.. append.Slices.Where(s => s.Stream != StreamId.Erasures || !s.Events.IsEmpty)] }, cancellationToken);

        public Task<ImmutableArray<RecordedEvent>> ReadAsync(StreamId stream, int afterVersion, CancellationToken cancellationToken) =>
            inner.ReadAsync(stream, afterVersion, cancellationToken);

        public Task<ImmutableArray<RecordedEvent>> ReadPageAsync(StreamId stream, int afterVersion, int limit, CancellationToken cancellationToken) =>
            inner.ReadPageAsync(stream, afterVersion, limit, cancellationToken);

        public Task<WrappedKey?> FindKeyAsync(DataKeyId id, CancellationToken cancellationToken) => inner.FindKeyAsync(id, cancellationToken);

        public Task<CommandRecord?> FindCommandAsync(string caller, string key, CancellationToken cancellationToken) =>
            inner.FindCommandAsync(caller, key, cancellationToken);
    }
}
