using Npgsql;
using NpgsqlTypes;
using PetitionMesh.Journal.GroupCommit;

namespace PetitionMesh.Journal.Postgres;

/// <summary>The one session that writes. It is opened when needed and dropped after any failure that leaves it doubtful.</summary>
internal sealed class PostgresWriter(string connectionString, bool singleProcess) : IAsyncDisposable
{
    /// <summary>What <c>journal_advance</c> raises.</summary>
    private const string WrongGuess = "PM001";

    private readonly HeadLock _turns = new();
    private NpgsqlConnection? _connection;

    /// <summary>Under the first nobody can have put an older database in the place of this one; under a later one that is possible.</summary>
    private int _sessions;

    public async Task<IStoreBatch> BeginAsync(BatchQuestion question, CancellationToken cancellationToken)
    {
        var turn = await _turns.TakeAsync();
        try
        {
            var connection = await ConnectAsync(cancellationToken);
            return new PostgresBatch(this, connection, turn, await PostgresBatch.OpenAsync(connection, question, cancellationToken));
        }
        catch (Exception failure)
        {
            await DropAsync();
            _turns.Release(turn);
            if (failure is OperationCanceledException or StoreException)
                throw;
            throw PostgresErrors.ToStoreException(failure, committing: false);
        }
    }

    /// <summary>One round trip. Without a session nothing is guessed: whoever connects asks.</summary>
    public async Task<bool> TryWriteAsync(GuessedBatch guess, CancellationToken cancellationToken)
    {
        var turn = await _turns.TakeAsync();
        try
        {
            if (_connection is null)
                return false;
            await using var batch = PostgresWrites.Of(_connection, guess, doubted: _sessions > 1);
            await batch.ExecuteNonQueryAsync(cancellationToken);
            return true;
        }
        catch (PostgresException wrong) when (wrong.SqlState == WrongGuess)
        {
            return false;
        }
        catch (Exception failure)
        {
            if (failure is OperationCanceledException)
            {
                await DropAsync();
                throw;
            }

            var known = PostgresErrors.ToStoreException(failure, committing: true);
            if (known is not StoreRefusedException || failure is not PostgresException)
                await DropAsync();
            throw known;
        }
        finally
        {
            _turns.Release(turn);
        }
    }

    /// <summary>Keeps the session from being ended as one that froze. One that is lost is opened anew by the next write.</summary>
    public async Task StayAsync()
    {
        var turn = await _turns.TakeAsync();
        try
        {
            if (_connection is null)
                return;
            await using var command = new NpgsqlCommand("select 1", _connection);
            await command.ExecuteNonQueryAsync();
        }
        catch (Exception failure) when (failure is NpgsqlException or InvalidOperationException or IOException)
        {
            await DropAsync();
        }
        finally
        {
            _turns.Release(turn);
        }
    }

    /// <summary>Under the head lock: a session that still commits the batch holds it, so the answer is final.</summary>
    public async Task<bool> WasCommittedAsync(Guid batch, CancellationToken cancellationToken)
    {
        await using var transaction = (PostgresBatch)await BeginAsync(new BatchQuestion([], []), cancellationToken);
        try
        {
            await using var command = PostgresStatements.Command(_connection!, "find_batch", PostgresStatements.Value(batch, NpgsqlDbType.Uuid));
            return await command.ExecuteScalarAsync(cancellationToken) is true;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            throw PostgresErrors.ToStoreException(failure, committing: false);
        }
    }

    /// <param name="attempts">How many lock timeouts to wait for the lock of the process.</param>
    /// <exception cref="JournalInUseException">Another session holds the lock of the process.</exception>
    public async Task<NpgsqlConnection> OpenAsync(int attempts, CancellationToken cancellationToken)
    {
        if (_connection is not null)
            return _connection;
        var opened = await PostgresConnections.OpenWriterAsync(connectionString, singleProcess, attempts, cancellationToken);
        _sessions++;
        return _connection = opened;
    }

    public async Task RollBackAsync(NpgsqlConnection connection)
    {
        if (!ReferenceEquals(connection, _connection))
            return;
        try
        {
            await using var command = new NpgsqlCommand("rollback", connection);
            await command.ExecuteNonQueryAsync();
        }
        catch (Exception failure) when (failure is NpgsqlException or InvalidOperationException or IOException)
        {
            await DropAsync();
        }
    }

    public async Task DropAsync()
    {
        var dropped = _connection;
        _connection = null;
        if (dropped is not null)
            await dropped.DisposeAsync();
    }

    public void Release(object turn) => _turns.Release(turn);

    public async ValueTask DisposeAsync() => await DropAsync();

    private async Task<NpgsqlConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await OpenAsync(attempts: 0, cancellationToken);
        }
        catch (JournalInUseException held)
        {
            // After a lost connection the server may not have ended our old session yet; or another process took over, and then we must not write.
            throw new StoreUnreachableException(held.Message, held);
        }
    }
}
