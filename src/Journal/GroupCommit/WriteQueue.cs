using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Journal.GroupCommit;

/// <summary>
/// The bounded queue in front of the writer. Every write in it has the same time to live, so the order of arrival is also the
/// order of deadlines and one timer for the oldest serves all.
/// </summary>
internal sealed class WriteQueue : IDisposable
{
    private readonly Lock _lock = new();
    private readonly JournalOptions _options;
    private readonly TimeProvider _time;
    private readonly Queue<QueuedWrite> _waiting = new();
    private readonly Queue<QueuedWrite> _unanswered = new();
    private readonly ITimer _deadline;
    private TaskCompletionSource? _arrival;
    private long _waitingBytes;
    private bool _armed;
    private bool _closed;

    public WriteQueue(JournalOptions options, TimeProvider time)
    {
        _options = options;
        _time = time;
        _deadline = time.CreateTimer(static queue => ((WriteQueue)queue!).ExpireDue(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Why the store does not answer at the moment; told to those whose time runs out.</summary>
    public Exception? LastFailure { get; set; }

    public int Count
    {
        get
        {
            lock (_lock)
                return _waiting.Count;
        }
    }

    /// <exception cref="JournalBusyException">The queue is full.</exception>
    /// <exception cref="JournalUnavailableException">The journal has been shut down.</exception>
    public void Enqueue(QueuedWrite write)
    {
        TaskCompletionSource? arrival;
        lock (_lock)
        {
            if (_closed)
                throw new JournalUnavailableException("The journal is shut down.");
            if (_waiting.Count >= _options.MaxQueuedAppends || (_waiting.Count > 0 && _waitingBytes + write.Bytes > _options.MaxQueuedBytes))
                throw new JournalBusyException("The journal has as many writes waiting as it may; try again in a moment.");
            write.Since = _time.GetTimestamp();
            _waiting.Enqueue(write);
            _waitingBytes += write.Bytes;
            _unanswered.Enqueue(write);
            ArmDeadline();
            arrival = _arrival;
            _arrival = null;
        }

        arrival?.SetResult();
    }

    /// <summary>Completes with true when something waits; with false when nothing does and nothing will come any more.</summary>
    public async Task<bool> WaitAsync()
    {
        while (true)
        {
            Task arrival;
            lock (_lock)
            {
                if (_waiting.Count > 0)
                    return true;
                if (_closed)
                    return false;
                arrival = (_arrival ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
            }

            await arrival;
        }
    }

    /// <summary>Takes what waits, oldest first, within the bounds of a batch; always at least one when any is left.</summary>
    public List<QueuedWrite> TakeBatch()
    {
        var batch = new List<QueuedWrite>();
        long bytes = 0;
        lock (_lock)
        {
            while (batch.Count < _options.MaxBatchAppends && _waiting.TryPeek(out var write))
            {
                if (batch.Count > 0 && bytes + write.Bytes > _options.MaxBatchBytes)
                    break;
                Dequeue();
                if (write.IsFinished)
                    continue;
                bytes += write.Bytes;
                batch.Add(write);
            }

            ForgetAnswered();
        }

        return batch;
    }

    /// <summary>Refuses what comes from now on; what waits is still to be taken.</summary>
    public void Close()
    {
        TaskCompletionSource? arrival;
        lock (_lock)
        {
            _closed = true;
            arrival = _arrival;
            _arrival = null;
        }

        arrival?.SetResult();
    }

    /// <summary>Closed for good: everyone still unanswered is told what is known.</summary>
    public void Abandon()
    {
        Close();
        QueuedWrite[] left;
        lock (_lock)
        {
            left = [.. _unanswered];
            _unanswered.Clear();
            _waiting.Clear();
            _waitingBytes = 0;
        }

        foreach (var write in left)
            write.Expire(LastFailure);
    }

    public void Dispose() => _deadline.Dispose();

    private void ExpireDue()
    {
        List<QueuedWrite> due = [];
        lock (_lock)
        {
            _armed = false;
            var now = _time.GetTimestamp();
            while (_unanswered.TryPeek(out var oldest) && (oldest.IsFinished || Left(oldest, now) <= TimeSpan.Zero))
                due.Add(_unanswered.Dequeue());
            ArmDeadline();
        }

        foreach (var write in due)
            write.Expire(LastFailure);
        lock (_lock)
        {
            // Those that expired must not hold places while the store is stuck.
            while (_waiting.TryPeek(out var oldest) && oldest.IsFinished)
                Dequeue();
        }
    }

    private void Dequeue() => _waitingBytes -= _waiting.Dequeue().Bytes;

    private void ForgetAnswered()
    {
        while (_unanswered.TryPeek(out var oldest) && oldest.IsFinished)
            _unanswered.Dequeue();
    }

    private void ArmDeadline()
    {
        if (_armed || !_unanswered.TryPeek(out var oldest))
            return;
        var due = Left(oldest, _time.GetTimestamp());
        _deadline.Change(due > TimeSpan.Zero ? due : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        _armed = true;
    }

    private TimeSpan Left(QueuedWrite write, long now) => _options.AppendTimeout - _time.GetElapsedTime(write.Since, now);
}
