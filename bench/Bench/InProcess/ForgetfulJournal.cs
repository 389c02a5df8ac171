using System.Collections.Immutable;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Privacy;

namespace PetitionMesh.Bench.InProcess;

/// <summary>
/// Acknowledges everything and keeps nothing of it, so that the heap shows the activations and not the events. Only for
/// activations that live on: one that replayed from here would find nothing.
/// </summary>
/// <param name="seen">Told of every append before it is acknowledged.</param>
internal sealed class ForgetfulJournal(Action<Append>? seen = null) : IJournal
{
    private long _position;

    public Task<ImmutableArray<RecordedEvent>> ReadAsync(StreamId stream, int afterVersion, CancellationToken cancellationToken) =>
        Task.FromResult(ImmutableArray<RecordedEvent>.Empty);

    public Task<ImmutableArray<RecordedEvent>> ReadPageAsync(StreamId stream, int afterVersion, int limit, CancellationToken cancellationToken) =>
        ReadAsync(stream, afterVersion, cancellationToken);

    public Task<AppendResult> AppendAsync(Append append, CancellationToken cancellationToken)
    {
        seen?.Invoke(append);
        return Task.FromResult<AppendResult>(new AppendResult.Appended(Interlocked.Add(ref _position, append.Slices.Sum(s => s.Events.Length))));
    }

    public Task<CommandRecord?> FindCommandAsync(string caller, string key, CancellationToken cancellationToken) =>
        Task.FromResult<CommandRecord?>(null);

    public Task<WrappedKey?> FindKeyAsync(DataKeyId id, CancellationToken cancellationToken) => Task.FromResult<WrappedKey?>(null);
}
