using System.Collections.Immutable;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Journal.GroupCommit;

namespace PetitionMesh.Journal.Feed;

/// <summary>
/// Tells followers inside the process that the journal has grown, and what by, without making the writer wait for them. It keeps
/// the latest commits, so that who keeps pace asks the store for nothing.
/// </summary>
internal sealed class CommitNotice
{
    /// <summary>Most events kept, about 2 KiB each; who falls further behind reads from the store.</summary>
    public const int MostKept = 1_024;

    private readonly Lock _lock = new();
    private readonly Queue<ImmutableArray<RecordedEvent>> _latest = new();
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _position;
    private int _kept;

    /// <summary>Completes at the next commit. Take it before reading, or a commit in between is missed until the poll.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    /// <summary>Last event this process has committed; 0 before its first commit.</summary>
    public long Position => Volatile.Read(ref _position);

    /// <summary>At most <paramref name="limit"/> events of one commit of this process that follow <paramref name="afterPosition"/>; empty when it keeps none.</summary>
    public ImmutableArray<RecordedEvent> Find(long afterPosition, int limit)
    {
        lock (_lock)
        {
            foreach (var commit in _latest)
            {
                // Positions run without a gap inside a commit, but another process may have written between two.
                if (commit[0].Position <= afterPosition + 1 && afterPosition < commit[^1].Position)
                    return Part(commit, (int)(afterPosition + 1 - commit[0].Position), limit);
            }
        }

        return [];
    }

    public void Publish(BatchWrites committed)
    {
        if (committed.Events.IsEmpty)
            return;
        lock (_lock)
        {
            _latest.Enqueue(committed.Events);
            _kept += committed.Events.Length;
            while (_kept > MostKept)
                _kept -= _latest.Dequeue().Length;
        }

        Volatile.Write(ref _position, committed.Head.Position);
        Interlocked.Exchange(ref _next, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }

    private static ImmutableArray<RecordedEvent> Part(ImmutableArray<RecordedEvent> commit, int from, int limit) =>
        commit.Slice(from, Math.Min(limit, commit.Length - from));
}
