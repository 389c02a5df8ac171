using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Journal.Ledger;
using PetitionMesh.Journal.Ledger.Sqlite;

namespace PetitionMesh.Journal.Tests.Ledger;

public sealed class SqliteLedgerTests : StoredLedgerTests
{
    private protected override Task<StoredLedger> CreateAsync() => Task.FromResult<StoredLedger>(new SqliteLedgerDatabase());
}

/// <summary>A database file in a directory of its own, written as the journal writes: one connection, write-ahead log.</summary>
internal sealed class SqliteLedgerDatabase : StoredLedger
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("pm-ledger-");
    private readonly SqliteConnection _writer;

    public SqliteLedgerDatabase()
    {
        _writer = Open(SqliteOpenMode.ReadWriteCreate);
        Execute("pragma journal_mode = wal");
        foreach (var statement in LedgerSchema.Sqlite)
            Execute(statement);
        Ledger = new SqlLedger(new SqliteLedgerReader(OpenReader));
    }

    public override ILedger Ledger { get; }

    public override IFigureDesk Figures => new SqliteFigureDesk(OpenReader);

    public SqliteConnection Writer => _writer;

    public SqliteConnection OpenReader() => Open(SqliteOpenMode.ReadOnly);

    public override Task WriteAsync(IEnumerable<ImmutableArray<RecordedEvent>> batches)
    {
        foreach (var batch in batches)
        {
            Execute("begin immediate");
            SqliteLedgerWriter.Write(_writer, Projection.Project(batch.AsSpan()));
            Execute("commit");
        }

        return Task.CompletedTask;
    }

    public override Task ExecuteAsync(string sql)
    {
        Execute(sql);
        return Task.CompletedTask;
    }

    public override async Task<LedgerDifference?> RecountAsync(ReadForward source)
    {
        await using var image = SqliteLedgerImage.Take(OpenReader);
        return await LedgerRecount.RunAsync(source, image, static _ => { }, default);
    }

    public override async Task<RebuildReport> RebuildAsync(ReadForward source, Func<CancellationToken, Task<long>> head, Action<ReplayProgress> progress)
    {
        await using var target = new SqliteRebuild(InTurnAsync, OpenReader);
        return await LedgerRebuild.RunAsync(source, head, target, progress, default);
    }

    private Task InTurnAsync(Func<OnConnection, Task> body) => body(action =>
    {
        action(_writer);
        return Task.CompletedTask;
    });

    public override ValueTask DisposeAsync()
    {
        _writer.Dispose();
        SqliteConnection.ClearAllPools();
        _directory.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private SqliteConnection Open(SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(_directory.FullName, "ledger.db"),
            Mode = mode,
        }.ConnectionString);
        connection.Open();
        return connection;
    }

    private void Execute(string sql)
    {
        using var command = _writer.CreateCommand();
#pragma warning disable CA2100 // Statements of the tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
