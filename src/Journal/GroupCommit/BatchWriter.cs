using Microsoft.Extensions.Logging;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Journal.GroupCommit;

/// <summary>
/// The one loop that writes. It takes all that waits, decides it under the head lock and commits; the running commit is the
/// window in which the next batch gathers. While a commit is in doubt it writes nothing else.
/// </summary>
internal sealed class BatchWriter(
    IJournalStore store,
    WriteQueue queue,
    JournalOptions options,
    TimeProvider time,
    Func<Guid> newBatchId,
    Action<BatchWrites> committed,
    ILogger logger)
{
    private const int MostGatherTurns = 16;
    private readonly HeldHead _held = new();
    private int _state = (int)JournalState.Serving;

    public JournalState State
    {
        get => (JournalState)Volatile.Read(ref _state);
        private set => Volatile.Write(ref _state, (int)value);
    }

    /// <summary>Runs until the queue is closed. Awaits without leaving the scheduler it was started on.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        // Who was alone in the last batch waits for nobody.
        var company = false;
        while (!stopping.IsCancellationRequested && await queue.WaitAsync())
        {
            if (company || queue.Count > 1)
                await GatherAsync();
            var batch = queue.TakeBatch();
            company = batch.Count > 1;
            try
            {
                await WriteAsync(batch, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                Expire(batch, new OperationCanceledException(stopping));
            }
            catch (Exception bug)
            {
                // A defect must not end the loop and silence the city; the batch is told what is known.
                JournalLog.WriterFailed(logger, bug);
                Expire(batch, bug);
            }
        }
    }

    /// <summary>
    /// Lets those go first who are ready to run, as long as that brings more writes: the answers to the last batch and the requests
    /// that arrived meanwhile. A batch costs far more than a write in it. No timer; a lone caller does not wait.
    /// </summary>
    private async Task GatherAsync()
    {
        for (var (turn, before) = (0, 0); turn < MostGatherTurns && queue.Count > before; turn++)
        {
            before = queue.Count;
            await Task.Yield();
        }
    }

    private async Task WriteAsync(List<QueuedWrite> batch, CancellationToken stopping)
    {
        var pause = options.RetryPause;
        while (true)
        {
            batch.RemoveAll(w => w.IsFinished);
            if (batch.Count == 0)
                return;
            try
            {
                await WriteOnceAsync(batch, stopping);
                return;
            }
            catch (StoreUnreachableException failure)
            {
                PutBack(batch);
                Failing(JournalState.Reconnecting, failure);
            }
            catch (StoreFullException failure)
            {
                Failing(JournalState.Full, failure);
                FailAll(batch, new JournalUnavailableException("The disk of the journal is full; nothing was written.", failure));
                return;
            }
            catch (Exception failure) when (failure is not (OperationCanceledException or StoreInDoubtException))
            {
                PutBack(batch);
                await IsolateAsync(batch, failure, stopping);
                return;
            }

            await Task.Delay(pause, time, stopping);
            pause = pause * 2 < options.MaxRetryPause ? pause * 2 : options.MaxRetryPause;
        }
    }

    private async Task WriteOnceAsync(List<QueuedWrite> batch, CancellationToken stopping)
    {
        if (store.TakesGuesses && _held.Take() is { } head && await TryGuessAsync(batch, head, stopping))
            return;
        await using var transaction = await store.BeginAsync(BatchPlan.Ask(batch), stopping);
        var taken = batch.FindAll(w => w.TryTake());
        var writes = BatchPlan.Decide(newBatchId(), time.GetUtcNow(), transaction.Opening, taken);
        if (!writes.IsEmpty)
            await CommitAsync(transaction, writes, stopping);
        Written(writes, taken);
    }

    /// <summary>One round trip instead of two: writes the batch as this process takes the journal to be, which the store checks.</summary>
    /// <returns>False when it was not so; then nothing of it was written.</returns>
    private async Task<bool> TryGuessAsync(List<QueuedWrite> batch, JournalHead head, CancellationToken stopping)
    {
        var taken = batch.FindAll(w => w.TryTake());
        var guess = BatchPlan.Guess(newBatchId(), time.GetUtcNow(), head, taken);
        if (!guess.Writes.IsEmpty && await IsWrittenAsync(guess, stopping))
        {
            _held.WasRight();
            Written(guess.Writes, taken);
            return true;
        }

        PutBack(taken);
        _held.WasWrong();
        return false;
    }

    private async Task<bool> IsWrittenAsync(GuessedBatch guess, CancellationToken stopping)
    {
        try
        {
            return await store.TryWriteAsync(guess, stopping);
        }
        catch (StoreInDoubtException doubt)
        {
            await SettleOrThrowAsync(guess.Writes.Id, doubt, stopping);
            return true;
        }
        catch (StoreRefusedException)
        {
            // A key that is there already, or a poison: deciding it under the lock tells which.
            return false;
        }
    }

    /// <summary>Returns when the batch is durable; throws <see cref="StoreUnreachableException"/> when it is certainly not there.</summary>
    private async Task CommitAsync(IStoreBatch transaction, BatchWrites writes, CancellationToken stopping)
    {
        try
        {
            await transaction.CommitAsync(writes, stopping);
        }
        catch (StoreInDoubtException doubt)
        {
            // The connection that lost the answer may still hold the head lock.
            await transaction.DisposeAsync();
            await SettleOrThrowAsync(writes.Id, doubt, stopping);
        }
    }

    private void Written(BatchWrites writes, List<QueuedWrite> taken)
    {
        _held.Hold(writes.Head);
        Serving(); // Whoever is answered finds it so.
        foreach (var write in taken)
            write.Complete();
        if (!writes.Events.IsEmpty)
            committed(writes);
    }

    private async Task SettleOrThrowAsync(Guid batch, StoreInDoubtException doubt, CancellationToken stopping)
    {
        Failing(JournalState.Unsettled, doubt);
        if (!await SettleAsync(batch, stopping))
            throw new StoreUnreachableException("The commit was lost on its way; the batch is not there.", doubt);
    }

    private async Task<bool> SettleAsync(Guid batch, CancellationToken stopping)
    {
        var pause = options.RetryPause;
        while (true)
        {
            try
            {
                var there = await store.WasCommittedAsync(batch, stopping);
                JournalLog.Settled(logger, batch, there);
                return there;
            }
            catch (StoreException failure)
            {
                Failing(JournalState.Unsettled, failure);
            }

            await Task.Delay(pause, time, stopping);
            pause = pause * 2 < options.MaxRetryPause ? pause * 2 : options.MaxRetryPause;
        }
    }

    /// <summary>Something in this batch cannot be written. Each is tried alone, so that the poison one fails and its neighbours do not.</summary>
    private async Task IsolateAsync(List<QueuedWrite> batch, Exception failure, CancellationToken stopping)
    {
        if (batch is [var poison])
        {
            JournalLog.Refused(logger, failure);
            poison.Fail(new AppendRefusedException("The store refuses this append; nothing of it was written.", failure));
            return;
        }

        foreach (var write in batch)
            await WriteAsync([write], stopping);
    }

    private void Serving()
    {
        if (State != JournalState.Serving)
            JournalLog.ServingAgain(logger);
        State = JournalState.Serving;
        queue.LastFailure = null;
    }

    private void Failing(JournalState state, Exception failure)
    {
        if (State != state)
            JournalLog.Failing(logger, state, failure);
        State = state;
        queue.LastFailure = failure;
    }

    private static void PutBack(List<QueuedWrite> batch)
    {
        foreach (var write in batch)
            write.PutBack();
    }

    private static void FailAll(List<QueuedWrite> batch, JournalException failure)
    {
        foreach (var write in batch)
            write.Fail(failure);
    }

    private static void Expire(List<QueuedWrite> batch, Exception failure)
    {
        foreach (var write in batch)
            write.Expire(failure);
    }
}
