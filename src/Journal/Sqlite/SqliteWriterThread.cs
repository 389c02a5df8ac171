using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using PetitionMesh.Journal.GroupCommit;

namespace PetitionMesh.Journal.Sqlite;

/// <summary>
/// The one thread that owns the one read-write connection. SQLite's commit blocks in fsync for milliseconds; on a thread of its
/// own it blocks no grain. (The only thread of src/Journal; the simulation does not run this store.)
/// </summary>
internal sealed class SqliteWriterThread : IDisposable
{
    private readonly BlockingCollection<Action> _work = [];
    private readonly Func<SqliteSession> _open;
    private readonly Thread _thread;
    private SqliteSession? _session;

    public SqliteWriterThread(Func<SqliteSession> open)
    {
        _open = open;
        _thread = new Thread(Run) { IsBackground = true, Name = "journal-sqlite-writer" };
        _thread.Start();
    }

    /// <summary>Runs <paramref name="work"/> on the thread; a connection that failed for another reason than the rows is opened anew next time.</summary>
    /// <exception cref="StoreException">What SQLite's failure means.</exception>
    public Task<T> RunAsync<T>(Func<SqliteSession, T> work, bool committing = false)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            _work.Add(() => Answer(done, work, committing));
        }
        catch (InvalidOperationException closed)
        {
            done.SetException(new StoreUnreachableException("The store is closed.", closed));
        }

        return done.Task;
    }

    public void Dispose()
    {
        _work.CompleteAdding();
        _thread.Join();
        _work.Dispose();
    }

    private void Run()
    {
        foreach (var work in _work.GetConsumingEnumerable())
            work();
        Close();
    }

    private void Answer<T>(TaskCompletionSource<T> done, Func<SqliteSession, T> work, bool committing)
    {
        try
        {
            _session ??= _open();
            done.SetResult(work(_session));
        }
        catch (SqliteException failure)
        {
            var known = failure.ToStoreException(committing);
            if (known is not StoreRefusedException)
                Close();
            done.SetException(known);
        }
        catch (Exception failure)
        {
            done.SetException(failure);
        }
    }

    private void Close()
    {
        try
        {
            _session?.Dispose();
        }
        catch (SqliteException)
        {
            // Closing rolls back; what could not be rolled back now is by recovery at the next opening.
        }

        _session = null;
    }
}
