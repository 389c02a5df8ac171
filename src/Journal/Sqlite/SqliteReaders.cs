using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using PetitionMesh.Journal.GroupCommit;

namespace PetitionMesh.Journal.Sqlite;

/// <summary>A bounded set of read-only connections. In WAL mode they never wait for the writer; pages are short, so none holds a checkpoint up.</summary>
internal sealed class SqliteReaders(string file, int count) : IDisposable
{
    private readonly SemaphoreSlim _free = new(count, count);
    private readonly ConcurrentStack<SqliteSession> _idle = new();

    /// <exception cref="StoreUnreachableException">The file cannot be read.</exception>
    public async Task<T> ReadAsync<T>(Func<SqliteSession, T> read, CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken);
        SqliteSession? session = null;
        try
        {
            if (!_idle.TryPop(out session))
                session = SqliteSession.OpenReader(file);
            var answer = read(session);
            _idle.Push(session);
            return answer;
        }
        catch (SqliteException failure)
        {
            session?.Dispose();
            throw new StoreUnreachableException("SQLite cannot read.", failure);
        }
        catch
        {
            // What a row holds is not what was expected; a statement may still stand on it.
            session?.Dispose();
            throw;
        }
        finally
        {
            _free.Release();
        }
    }

    public void Dispose()
    {
        while (_idle.TryPop(out var session))
            session.Dispose();
        _free.Dispose();
    }
}
