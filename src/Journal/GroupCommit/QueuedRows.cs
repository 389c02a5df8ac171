using System.Collections.Immutable;
using PetitionMesh.Journal.Access;

namespace PetitionMesh.Journal.GroupCommit;

/// <summary>Rows beside the events that ride in the next transaction: recorded reads, or the forgetting of old commands.</summary>
internal sealed class QueuedRows : QueuedWrite
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public QueuedRows(ImmutableArray<AccessRow> accesses, ForgetCommands? forget = null)
    {
        Accesses = accesses;
        Forget = forget;
        Bytes = accesses.Sum(a => 64L + a.Packed.Length);
    }

    public ImmutableArray<AccessRow> Accesses { get; }

    public ForgetCommands? Forget { get; }

    public override long Bytes { get; }

    public Task Done => _done.Task;

    protected override void Answer() => _done.SetResult();

    protected override void AnswerFailure(Exception failure) => _done.SetException(failure);
}
