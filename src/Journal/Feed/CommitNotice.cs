using PetitionMesh.Journal.GroupCommit;

namespace PetitionMesh.Journal.Feed;

/// <summary>Tells followers inside the process that the journal has grown, without making the writer wait for them.</summary>
internal sealed class CommitNotice
{
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes at the next commit. Take it before reading, or a commit in between is missed until the poll.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    public void Publish(JournalHead head)
    {
        if (head.Position > 0)
            Interlocked.Exchange(ref _next, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }
}
