using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Journal.GroupCommit;

/// <summary>
/// One caller's write on its way. It waits, is taken into a transaction, and is finished exactly once; who finishes it first
/// (the commit, the deadline, the caller's cancellation) wins by compare-and-swap, and the state it left says what is known.
/// </summary>
internal abstract class QueuedWrite
{
    private const int Waiting = 0;
    private const int Taken = 1;
    private const int Finished = 2;

    private int _state = Waiting;

    /// <summary>Payload bytes, for the bounds of queue and batch.</summary>
    public abstract long Bytes { get; }

    /// <summary>When it came to the queue, as a timestamp: a clock that is put right must not end anybody's time.</summary>
    public long Since { get; set; }

    public bool IsFinished => Volatile.Read(ref _state) == Finished;

    /// <summary>From here on a write may reach the disk; until here it is certainly not written.</summary>
    public bool TryTake() => Interlocked.CompareExchange(ref _state, Taken, Waiting) == Waiting;

    /// <summary>The transaction it was taken into is certainly not written.</summary>
    public void PutBack() => Interlocked.CompareExchange(ref _state, Waiting, Taken);

    /// <summary>The transaction is durable, or needed none: tell the caller what was decided.</summary>
    public void Complete()
    {
        if (Interlocked.Exchange(ref _state, Finished) != Finished)
            Answer();
    }

    public void Fail(Exception failure)
    {
        if (Interlocked.Exchange(ref _state, Finished) != Finished)
            AnswerFailure(failure);
    }

    /// <summary>Its time is over. Whether it had been taken decides between "certainly not" and "nobody knows".</summary>
    public void Expire(Exception? lastFailure)
    {
        while (Volatile.Read(ref _state) is var state && state != Finished)
        {
            if (Interlocked.CompareExchange(ref _state, Finished, state) != state)
                continue;
            AnswerFailure(state == Waiting
                ? new JournalUnavailableException("The journal did not take the write in time; nothing was written.", lastFailure)
                : new OutcomeUnknownException("The store did not answer in time; whether the write is there is not known.", lastFailure));
        }
    }

    /// <summary>The caller gives up; only possible while it is certain that nothing is written.</summary>
    public bool TryCancel(CancellationToken cancellationToken)
    {
        if (Interlocked.CompareExchange(ref _state, Finished, Waiting) != Waiting)
            return false;
        AnswerFailure(new OperationCanceledException(cancellationToken));
        return true;
    }

    protected abstract void Answer();

    protected abstract void AnswerFailure(Exception failure);
}
