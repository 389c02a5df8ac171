using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Journal.GroupCommit;

/// <summary>An append on its way, with the answer the current plan has for it.</summary>
internal sealed class QueuedAppend : QueuedWrite
{
    /// <summary>Continuations must not run inside the writer's turn.</summary>
    private readonly TaskCompletionSource<AppendResult> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public QueuedAppend(Append append)
    {
        Append = append;
        Bytes = append.Slices.Sum(s => s.Events.Sum(e => (long)e.Payload.Length)) + (append.Command?.Answer.Length ?? 0);
    }

    public Append Append { get; }

    public override long Bytes { get; }

    /// <summary>Set by the plan of the batch it is in; told to the caller once that batch is durable.</summary>
    public AppendResult? Decided { get; set; }

    public Task<AppendResult> Result => _answer.Task;

    protected override void Answer() =>
        _answer.SetResult(Decided ?? throw new InvalidOperationException("An append was completed before it was decided."));

    protected override void AnswerFailure(Exception failure) => _answer.SetException(failure);
}
