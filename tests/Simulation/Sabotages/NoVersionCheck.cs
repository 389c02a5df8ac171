using System.Collections.Immutable;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Privacy;

namespace PetitionMesh.Simulation.Sabotages;

/// <summary>The journal writes whatever version was expected: a decision on an outdated state goes through.</summary>
internal sealed class NoVersionCheck : Sabotage
{
    public override IJournal Dress(IJournal journal) => new Unchecking(journal);

    private sealed class Unchecking(IJournal inner) : IJournal
    {
        public async Task<AppendResult> AppendAsync(Append append, CancellationToken cancellationToken)
        {
            while (true)
            {
                var result = await inner.AppendAsync(append, cancellationToken);
                if (result is not AppendResult.Conflict conflict)
                    return result;
                append = append with
                {
                    Slices = [.. append.Slices.Select(s => s.Stream == conflict.Stream ? s with { ExpectedVersion = conflict.ActualVersion } : s)],
                };
            }
        }

        public Task<ImmutableArray<RecordedEvent>> ReadAsync(StreamId stream, int afterVersion, CancellationToken cancellationToken) =>
            inner.ReadAsync(stream, afterVersion, cancellationToken);

        public Task<ImmutableArray<RecordedEvent>> ReadPageAsync(StreamId stream, int afterVersion, int limit, CancellationToken cancellationToken) =>
            inner.ReadPageAsync(stream, afterVersion, limit, cancellationToken);

        public Task<CommandRecord?> FindCommandAsync(string caller, string key, CancellationToken cancellationToken) =>
            inner.FindCommandAsync(caller, key, cancellationToken);

        public Task<WrappedKey?> FindKeyAsync(DataKeyId id, CancellationToken cancellationToken) => inner.FindKeyAsync(id, cancellationToken);
    }
}
