using System.Data;
using Npgsql;

namespace PetitionMesh.Journal.Ledger.Postgres;

/// <summary>
/// Rebuilds in a schema of its own, so that the statements stay as they are and only the search path differs. Indexes come
/// after the rows; the switch locks the tables in the order in which batches write them, so that neither waits for the other in a circle.
/// </summary>
internal sealed class PostgresRebuild : IRebuildTarget
{
    private const string Fresh = "ledger_rebuild";

    private readonly NpgsqlConnection _connection;
    private readonly string _live;
    private Stage _stage;

    private PostgresRebuild(NpgsqlConnection connection, string live)
    {
        _connection = connection;
        _live = live;
    }

    /// <param name="mostRows"><see cref="MostRows"/> of it.</param>
    public static async Task<PostgresRebuild> OpenAsync(NpgsqlDataSource source, CancellationToken cancellationToken, int mostRows = 500_000)
    {
        var connection = await source.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var schema = new NpgsqlCommand("select quote_ident(current_schema())", connection);
            var rebuild = new PostgresRebuild(connection, (string)(await schema.ExecuteScalarAsync(cancellationToken))!) { MostRows = mostRows };
            // One rebuild at a time, however many silos of a new release start together; the lock goes back with the session.
            await rebuild.RunAsync(
                "set statement_timeout = 0; set lock_timeout = 0; set idle_in_transaction_session_timeout = 0; set synchronous_commit = off; select pg_advisory_lock(5067003)",
                cancellationToken);
            return rebuild;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        await RunAsync($"drop schema if exists {Fresh} cascade; create schema {Fresh}; set search_path = {Fresh}", cancellationToken);
        foreach (var statement in LedgerSchema.Postgres.Where(s => !LedgerSchema.IsIndex(s)).Concat(TableStatements.DropKeys))
            await RunAsync(statement, cancellationToken);
        _stage = Stage.Empty;
    }

    public required int MostRows { get; init; }

    public int MostRegisterRows => MostRows / 10;

    /// <summary>Into empty tables the rows are copied, and the keys come after them; what follows may change rows that are there, but for the register's.</summary>
    public async Task WriteAsync(LedgerChanges changes, CancellationToken cancellationToken)
    {
        if (_stage < Stage.Complete)
            await CopyAsync(changes.TakeRegister(), cancellationToken);
        if (changes.IsEmpty)
            return;
        if (_stage == Stage.Empty)
        {
            await CopyAsync(changes, cancellationToken);
            _stage = Stage.Copied;
            return;
        }

        await AddKeysAsync(cancellationToken);
        // Without a transaction of its own a batch is one.
        await using var batch = new NpgsqlBatch(_connection);
        PostgresLedgerWriter.AddTo(batch, changes);
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        await AddKeysAsync(cancellationToken);
        foreach (var statement in TableStatements.AddRegisterKeys.Concat(LedgerSchema.Postgres.Where(LedgerSchema.IsIndex)))
            await RunAsync(statement, cancellationToken);
        _stage = Stage.Complete;
        await RunAsync($"analyze {string.Join(", ", TableNames.All)}", cancellationToken);
    }

    public async Task<RebuildComparison> CompareAsync(
        ReadForward source, Func<CancellationToken, Task<long>> head, long replayed, CancellationToken cancellationToken)
    {
        // One snapshot of the live tables, and our own writes: both as of the same event.
        await using var transaction = await _connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var position = Math.Min(await LivePositionAsync(cancellationToken), await head(cancellationToken));
        await ReplayAsync(source, replayed, position, cancellationToken);
        var differences = Comparing.Of(() => new NpgsqlCommand { Connection = _connection }, t => $"{_live}.{t}", t => $"{Fresh}.{t}");
        await transaction.CommitAsync(cancellationToken);
        return new RebuildComparison(Math.Max(replayed, position), differences);
    }

    public async Task<long> SwitchAsync(
        ReadForward source, Func<CancellationToken, Task<long>> head, long replayed, CancellationToken cancellationToken)
    {
        await using var transaction = await _connection.BeginTransactionAsync(cancellationToken);
        await RunAsync(
            $"set local synchronous_commit = on; set local lock_timeout = '5s'; lock table {string.Join(", ", TableNames.All.Select(t => $"{_live}.{t}"))} in access exclusive mode",
            cancellationToken);
        var position = await head(cancellationToken);
        await ReplayAsync(source, replayed, position, cancellationToken);
        await RunAsync(
            string.Concat(TableNames.All.Select(t => $"drop table {_live}.{t}; alter table {Fresh}.{t} set schema {_live}; ")) + $"drop schema {Fresh}",
            cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return position;
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    /// <summary>On no caller's thread: it waits for the network in between.</summary>
    private Task CopyAsync(LedgerChanges changes, CancellationToken cancellationToken) => Task.Factory.StartNew(
        () => changes.Visit(new Copying(_connection)), cancellationToken, TaskCreationOptions.DenyChildAttach | TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private async Task AddKeysAsync(CancellationToken cancellationToken)
    {
        if (_stage >= Stage.Keyed)
            return;
        foreach (var statement in TableStatements.AddKeys)
            await RunAsync(statement, cancellationToken);
        _stage = Stage.Keyed;
    }

    private async Task ReplayAsync(ReadForward source, long replayed, long upTo, CancellationToken cancellationToken)
    {
        await foreach (var page in Replay.PagesAsync(source, replayed, upTo, cancellationToken))
            await WriteAsync(page, cancellationToken);
    }

    private async Task<long> LivePositionAsync(CancellationToken cancellationToken)
    {
#pragma warning disable CA2100 // The schema's name, quoted by the server.
        await using var command = new NpgsqlCommand($"select position from {_live}.ledger_head", _connection);
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync(cancellationToken) as long? ?? 0;
    }

    private async Task RunAsync(string sql, CancellationToken cancellationToken)
    {
#pragma warning disable CA2100 // Embedded statements, constant table names and the schema's name, quoted by the server.
        await using var command = new NpgsqlCommand(sql, _connection) { CommandTimeout = 0 }; // An index of a large ledger takes its time.
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>How far the fresh tables are.</summary>
    private enum Stage
    {
        Empty,
        Copied,

        /// <summary>Rows that are there can be changed.</summary>
        Keyed,

        /// <summary>The register has its keys too, and everything its indexes.</summary>
        Complete,
    }
}
