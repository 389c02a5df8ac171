using System.Collections.Immutable;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Privacy;

namespace PetitionMesh.Grains.Tests.Rosters;

/// <summary>Just the journal's promise that grains build on: all slices or none, and whoever comes second conflicts.</summary>
internal sealed class StreamsInMemory : IJournal
{
    private readonly Lock _lock = new();
    private readonly List<RecordedEvent> _events = [];

    /// <summary>The next append fails as when the store is away.</summary>
    public bool FailNext { get; set; }

    public Append Last { get; private set; } = null!;

    public ImmutableArray<string> Kinds(string stream)
    {
        lock (_lock)
            return [.. _events.Where(e => e.Stream.Value == stream).Select(e => e.Kind)];
    }

    public Task<ImmutableArray<RecordedEvent>> ReadAsync(StreamId stream, int afterVersion, CancellationToken cancellationToken)
    {
        lock (_lock)
            return Task.FromResult<ImmutableArray<RecordedEvent>>([.. _events.Where(e => e.Stream == stream && e.Version > afterVersion)]);
    }

    public async Task<ImmutableArray<RecordedEvent>> ReadPageAsync(StreamId stream, int afterVersion, int limit, CancellationToken cancellationToken) =>
        [.. (await ReadAsync(stream, afterVersion, cancellationToken)).Take(limit)];

    public Task<AppendResult> AppendAsync(Append append, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (FailNext)
            {
                FailNext = false;
                throw new JournalUnavailableException("The store is away.");
            }
            foreach (var slice in append.Slices)
            {
                var version = _events.Count(e => e.Stream == slice.Stream);
                if (version != slice.ExpectedVersion)
                    return Task.FromResult<AppendResult>(new AppendResult.Conflict(slice.Stream, version));
            }
            foreach (var slice in append.Slices)
            {
                foreach (var (stored, i) in slice.Events.Select((e, i) => (e, i)))
                {
                    _events.Add(new RecordedEvent(
                        _events.Count + 1, slice.Stream, slice.ExpectedVersion + i + 1, stored.Kind, append.At, append.Actor, append.Court, stored.Payload));
                }
            }
            Last = append;
            return Task.FromResult<AppendResult>(new AppendResult.Appended(_events.Count));
        }
    }

    public Task<CommandRecord?> FindCommandAsync(string caller, string key, CancellationToken cancellationToken) => Task.FromResult<CommandRecord?>(null);

    public Task<WrappedKey?> FindKeyAsync(DataKeyId id, CancellationToken cancellationToken) => Task.FromResult<WrappedKey?>(null);
}
