using System.Collections.Immutable;
using PetitionMesh.Journal.Access;
using PetitionMesh.Journal.Snapshots;

namespace PetitionMesh.Journal.GroupCommit;

/// <summary>Rows beside the events that ride in the next transaction: recorded reads, a snapshot, or the forgetting of old commands.</summary>
internal sealed class QueuedRows : QueuedWrite
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public QueuedRows(ImmutableArray<AccessRow> accesses, ForgetCommands? forget = null)
    {
        Accesses = accesses;
        Forget = forget;
        Bytes = accesses.Sum(a => 64L + a.Packed.Length);
    }

    public QueuedRows(SnapshotRow snapshot)
    {
        Accesses = [];
        Snapshot = snapshot;
        Bytes = 64L + snapshot.Snapshot.State.Length;
    }

    public ImmutableArray<AccessRow> Accesses { get; }

    public SnapshotRow? Snapshot { get; }

    public ForgetCommands? Forget { get; }

    public override long Bytes { get; }

    public Task Done => _done.Task;

    protected override void Answer() => _done.SetResult();

    protected override void AnswerFailure(Exception failure) => _done.SetException(failure);
}
