using PetitionMesh.Journal.GroupCommit;
using PetitionMesh.Simulation.Engine;

namespace PetitionMesh.Simulation.Database;

/// <summary>
/// A transaction of the database that holds the head lock. It ends by its commit, by a rollback, or because nobody used it for too
/// long: a frozen process cannot stop the city.
/// </summary>
internal sealed class Transaction : IStoreBatch
{
    /// <summary>As idle_in_transaction_session_timeout of the real store.</summary>
    private static readonly TimeSpan IdleTimeout = TimeSpan.FromSeconds(3);

    private readonly SimulatedDatabase _database;
    private readonly IStoreBatch _inner;
    private bool _isCommitting;
    private bool _isOver;

    public Transaction(SimulatedDatabase database, IStoreBatch inner)
    {
        _database = database;
        _inner = inner;
        database.Transactions++;
        database.Start(async () =>
        {
            await database.PauseAsync(IdleTimeout);
            await RollBackAsync("idled too long");
        });
    }

    public BatchOpening Opening => _inner.Opening;

    private Faults Faults => _database.Faults;

    public Task CommitAsync(BatchWrites writes, CancellationToken cancellationToken)
    {
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _database.Start(async () =>
        {
            try
            {
                await _database.TravelAsync();
                await ServeAsync(writes, answer);
                await _database.TravelAsync();
                answer.TrySetResult();
            }
            catch (StoreException failure)
            {
                answer.TrySetException(failure);
            }
        });
        return answer.Task;
    }

    /// <summary>The process that began it died, or lost its connection.</summary>
    public void Abandon() => _database.Start(async () =>
    {
        await _database.PauseAsync(Faults.Pause(1));
        await RollBackAsync("its process is gone");
    });

    public async ValueTask DisposeAsync()
    {
        if (_isOver)
            return;
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _database.Start(async () =>
        {
            await _database.TravelAsync();
            await RollBackAsync("given up");
            done.SetResult();
        });
        await done.Task;
    }

    private async Task ServeAsync(BatchWrites writes, TaskCompletionSource answer)
    {
        if (_isOver)
            throw new StoreUnreachableException("Simulated: the transaction was ended by the database.");
        if (Faults.Unreachable())
        {
            await RollBackAsync("the commit did not arrive");
            throw new StoreInDoubtException("Simulated: the connection broke while committing.");
        }

        if (Faults.Refuses() || writes.Commands.Any(c => Faults.IsPoison(c.Command.Key)))
        {
            await RollBackAsync("refused");
            throw new StoreRefusedException("Simulated: these rows are refused.");
        }

        if (Faults.IsFull())
        {
            await RollBackAsync("the disk is full");
            throw new StoreFullException("Simulated: no room on the disk.");
        }

        _isCommitting = true;
        if (Faults.CommitsLate())
        {
            answer.TrySetException(new StoreInDoubtException("Simulated: the answer was lost before the commit."));
            await _database.PauseAsync(Faults.Pause(4));
        }

        await _inner.CommitAsync(writes, CancellationToken.None);
        End();
        _database.Note(() => $"committed {writes.Before.Position + 1}..{writes.Head.Position}: {string.Join(' ', writes.Commands.Select(c => c.Command.Key))}");
        _database.Committed?.Invoke(writes);
        if (Faults.LosesAnswer())
            throw new StoreInDoubtException("Simulated: the answer was lost after the commit.");
    }

    private async Task RollBackAsync(string why)
    {
        // What is being committed is the database's own business until it is done.
        if (_isOver || _isCommitting)
            return;
        End();
        _database.Note(() => $"rolled back: {why}");
        await _inner.DisposeAsync();
    }

    private void End()
    {
        _isOver = true;
        _database.Transactions--;
    }
}
