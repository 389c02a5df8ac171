using System.Collections.Immutable;
using Npgsql;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Journal.Ledger;
using PetitionMesh.Journal.Ledger.Postgres;
using PetitionMesh.Tests;

namespace PetitionMesh.Journal.Tests.Ledger;

public sealed class PostgresLedgerTests(PostgresServer server) : StoredLedgerTests, IClassFixture<PostgresServer>
{
    private protected override async Task<StoredLedger> CreateAsync() => await PostgresLedgerDatabase.CreateAsync(await server.CreateDatabaseAsync());
}

/// <summary>A database of its own on the server of the tests.</summary>
internal sealed class PostgresLedgerDatabase : StoredLedger
{
    private PostgresLedgerDatabase(NpgsqlDataSource source)
    {
        Source = source;
        Ledger = new SqlLedger(new PostgresLedgerReader(source));
    }

    public override ILedger Ledger { get; }

    public override IFigureDesk Figures => new PostgresFigureDesk(Source);

    public NpgsqlDataSource Source { get; }

    public static async Task<PostgresLedgerDatabase> CreateAsync(string connectionString)
    {
        var database = new PostgresLedgerDatabase(NpgsqlDataSource.Create(connectionString));
        await database.ExecuteAsync(string.Join('\n', LedgerSchema.Postgres));
        return database;
    }

    public override async Task WriteAsync(IEnumerable<ImmutableArray<RecordedEvent>> batches)
    {
        await using var connection = await Source.OpenConnectionAsync();
        foreach (var batch in batches)
        {
            await using var transaction = await connection.BeginTransactionAsync();
            await using var commands = new NpgsqlBatch(connection, transaction);
            PostgresLedgerWriter.AddTo(commands, Projection.Project(batch.AsSpan()));
            await commands.ExecuteNonQueryAsync();
            await transaction.CommitAsync();
        }
    }

    public override async Task ExecuteAsync(string sql)
    {
#pragma warning disable CA2100 // Statements of the tests.
        await using var command = Source.CreateCommand(sql);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    public override async Task<LedgerDifference?> RecountAsync(ReadForward source)
    {
        await using var image = await PostgresLedgerImage.TakeAsync(Source, default);
        return await LedgerRecount.RunAsync(source, image, static _ => { }, default);
    }

    public override async Task<RebuildReport> RebuildAsync(ReadForward source, Func<CancellationToken, Task<long>> head, Action<ReplayProgress> progress)
    {
        await using var target = await PostgresRebuild.OpenAsync(Source, default, mostRows: 2_000); // So that even these few come in parts.
        return await LedgerRebuild.RunAsync(source, head, target, progress, default);
    }

    public override ValueTask DisposeAsync() => Source.DisposeAsync();
}
