using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Data.Sqlite;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Journaling.Snapshots;
using PetitionMesh.Grains.Privacy;
using PetitionMesh.Journal.GroupCommit;
using PetitionMesh.Journal.Ledger;
using PetitionMesh.Journal.Ledger.Sqlite;

namespace PetitionMesh.Journal.Sqlite;

/// <summary>The journal in a SQLite file: the store of a plain start, which needs nothing installed.</summary>
internal sealed class SqliteStore : IJournalStore
{
    public const string FileName = "journal.db";

    private readonly string _directory;
    private readonly SqliteReaders _readers;
    private readonly HeadLock _head = new();
    private SqliteProcessLock? _process;
    private SqliteWriterThread? _writer;

    /// <param name="directory">Holds <c>journal.db</c> and its companions; made when it is not there.</param>
    public SqliteStore(string directory, JournalOptions options)
    {
        _directory = directory;
        File = Path.Combine(directory, FileName);
        _readers = new SqliteReaders(File, options.Readers);
    }

    /// <summary>The database file; others may read it (read-only) beside the server.</summary>
    public string File { get; }

    /// <summary>An open read-only connection for the ledger's queries, from the driver's pool; the caller disposes it.</summary>
    public SqliteConnection OpenReader()
    {
        var connection = PooledReader();
        connection.Open();
        return connection;
    }

    private SqliteWriterThread Writer => _writer ?? throw new StoreUnreachableException("The store was not started for writing.");

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(_directory);
        _process = SqliteProcessLock.Take(Path.Combine(_directory, "journal.lock"));
        _writer = new SqliteWriterThread(() => SqliteSession.OpenWriter(File));
        await _writer.RunAsync(session =>
        {
            SqliteSchema.Upgrade(session);
            return true;
        });
    }

    public async Task<IStoreBatch> BeginAsync(BatchQuestion question, CancellationToken cancellationToken)
    {
        var turn = await _head.TakeAsync();
        try
        {
            return new SqliteBatch(Writer, _head, turn, await Writer.RunAsync(session => SqliteBatch.Open(session, question)));
        }
        catch
        {
            await RollBackAsync();
            _head.Release(turn);
            throw;
        }
    }

    /// <summary>Holds the head while <paramref name="body"/> works on the read-write connection, as a batch would; for rebuilding the ledger.</summary>
    public async Task InTurnAsync(Func<OnConnection, Task> body)
    {
        var turn = await _head.TakeAsync();
        try
        {
            await body(action => Writer.RunAsync(session =>
            {
                action(session.Connection);
                return true;
            }));
        }
        finally
        {
            _head.Release(turn);
        }
    }

    /// <summary>Whether the ledger's tables are this release's.</summary>
    public ILedgerShape Shape => new SqliteLedgerShape(
        (ask, cancellationToken) => _readers.ReadAsync(ask, cancellationToken), act => Writer.RunAsync(act));

    public async Task<bool> WasCommittedAsync(Guid batch, CancellationToken cancellationToken)
    {
        var turn = await _head.TakeAsync();
        try
        {
            return await Writer.RunAsync(session =>
                session.Prepared("find_batch", ("$id", batch.ToByteArray(bigEndian: true))).ExecuteScalar() is not null);
        }
        finally
        {
            _head.Release(turn);
        }
    }

    public Task<ImmutableArray<RecordedEvent>> ReadStreamAsync(StreamId stream, int afterVersion, int limit, CancellationToken cancellationToken) =>
        _readers.ReadAsync(session => SqliteRows.ReadStream(session, stream, afterVersion, limit), cancellationToken);

    public Task<ImmutableArray<RecordedEvent>> ReadForwardAsync(long afterPosition, int limit, CancellationToken cancellationToken) =>
        _readers.ReadAsync(session => SqliteRows.ReadForward(session, afterPosition, limit), cancellationToken);

    public Task<ImmutableArray<StoredBatch>> ReadBatchesAsync(long afterPosition, int limit, CancellationToken cancellationToken) =>
        _readers.ReadAsync(session => SqliteRows.ReadBatches(session, afterPosition, limit), cancellationToken);

    public Task<JournalHead> ReadHeadAsync(CancellationToken cancellationToken) => _readers.ReadAsync(SqliteRows.ReadHead, cancellationToken);

    public Task<CommandRecord?> FindCommandAsync(CommandName name, CancellationToken cancellationToken) =>
        _readers.ReadAsync(session => SqliteRows.FindCommand(session, name), cancellationToken);

    public Task<WrappedKey?> FindKeyAsync(DataKeyId id, CancellationToken cancellationToken) =>
        _readers.ReadAsync(session => SqliteRows.FindKey(session, id), cancellationToken);

    public Task<Snapshot?> FindSnapshotAsync(StreamId stream, CancellationToken cancellationToken) =>
        _readers.ReadAsync(session => SqliteRows.FindSnapshot(session, stream), cancellationToken);

    /// <summary>Bounds the size of the file, as a small disk would; for tests of a full one.</summary>
    internal Task LimitPagesAsync(int pages) => Writer.RunAsync(session =>
    {
        SqliteSession.Run(session, string.Create(CultureInfo.InvariantCulture, $"pragma max_page_count = {pages};"));
        return true;
    });

    public ValueTask DisposeAsync()
    {
        _readers.Dispose();
        using (var pooled = PooledReader())
            SqliteConnection.ClearPool(pooled);
        _writer?.Dispose();
        _writer = null;
        _process?.Dispose();
        _process = null;
        return ValueTask.CompletedTask;
    }

    private SqliteConnection PooledReader() =>
        new(new SqliteConnectionStringBuilder { DataSource = File, Mode = SqliteOpenMode.ReadOnly, DefaultTimeout = 5 }.ConnectionString);

    private async Task RollBackAsync()
    {
        try
        {
            await Writer.RunAsync(SqliteBatch.RollBack);
        }
        catch (StoreException)
        {
            // The failure that brought us here says more; a connection that cannot roll back was closed.
        }
    }
}
