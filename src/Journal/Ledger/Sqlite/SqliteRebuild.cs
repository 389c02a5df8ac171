using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace PetitionMesh.Journal.Ledger.Sqlite;

/// <summary>
/// Rebuilds into tables of other names on the journal's one read-write connection, a page in each turn, so that batches are
/// written in between. All indexes are constraints, so renaming a table takes them along.
/// </summary>
/// <param name="open">Gives an open read-only connection for the comparison, which is disposed after it.</param>
internal sealed class SqliteRebuild(InTurn inTurn, Func<SqliteConnection> open) : IRebuildTarget
{
    private SqliteLedgerStatements? _statements;

    public Task CreateAsync(CancellationToken cancellationToken) => InTransactionAsync(run => run(connection =>
    {
        foreach (var table in TableNames.All)
            Run(connection, $"drop table if exists {TableNames.Fresh(table)}");
        foreach (var statement in LedgerSchema.Sqlite)
            Run(connection, TableNames.TurnToFresh(statement));
        _statements = new SqliteLedgerStatements(connection, TableNames.TurnToFresh);
    }));

    /// <summary>A few pages at a time: the server's batches wait for each part on the one connection, and each is a commit.</summary>
    public int MostRows => 20_000;

    /// <summary>Never by themselves: that would be commits more.</summary>
    public int MostRegisterRows => int.MaxValue;

    public Task WriteAsync(LedgerChanges changes, CancellationToken cancellationToken) =>
        InTransactionAsync(run => run(_ => changes.Visit(Statements)));

    /// <summary>Indexes are constraints here, and there from the beginning.</summary>
    public Task FinishAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task<RebuildComparison> CompareAsync(
        ReadForward source, Func<CancellationToken, Task<long>> head, long replayed, CancellationToken cancellationToken)
    {
        var position = replayed;
        SqliteConnection? view = null;
        try
        {
            // In one turn both ledgers count up to the same event; the view keeps that moment while batches go on.
            await inTurn(async run =>
            {
                position = Math.Max(replayed, Math.Min(await LivePositionAsync(run), await head(cancellationToken)));
                await TransactionAsync(run, () => ReplayAsync(run, source, replayed, position, cancellationToken));
                view = open();
                Run(view, "begin deferred; select 1 from ledger_head");
            });
            return new RebuildComparison(position, Comparing.Of(() => view!.CreateCommand(), t => t, TableNames.Fresh));
        }
        finally
        {
            if (view is not null)
            {
                RollBack(view);
                view.Dispose();
            }
        }
    }

    public async Task<long> SwitchAsync(
        ReadForward source, Func<CancellationToken, Task<long>> head, long replayed, CancellationToken cancellationToken)
    {
        var position = replayed;
        await InTransactionAsync(async run =>
        {
            position = await head(cancellationToken);
            await ReplayAsync(run, source, replayed, position, cancellationToken);
            await run(connection =>
            {
                foreach (var table in TableNames.All)
                    Run(connection, $"drop table {table}; alter table {TableNames.Fresh(table)} rename to {table}");
            });
        });
        return position;
    }

    public async ValueTask DisposeAsync()
    {
        if (_statements is { } statements)
            await inTurn(run => run(_ => statements.Dispose()));
    }

    private SqliteLedgerStatements Statements => _statements ?? throw new InvalidOperationException("The fresh tables are made first.");

    private async Task ReplayAsync(OnConnection run, ReadForward source, long replayed, long upTo, CancellationToken cancellationToken)
    {
        await foreach (var page in Replay.PagesAsync(source, replayed, upTo, cancellationToken))
            await run(_ => page.Visit(Statements));
    }

    private static async Task<long> LivePositionAsync(OnConnection run)
    {
        var position = 0L;
        await run(connection =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = "select position from ledger_head";
            position = command.ExecuteScalar() as long? ?? 0;
        });
        return position;
    }

    private Task InTransactionAsync(Func<OnConnection, Task> body) => inTurn(run => TransactionAsync(run, () => body(run)));

    private static async Task TransactionAsync(OnConnection run, Func<Task> body)
    {
        await run(connection => Run(connection, "begin immediate"));
        try
        {
            await body();
            await run(connection => Run(connection, "commit"));
        }
        catch
        {
            await run(RollBack);
            throw;
        }
    }

    /// <summary>SQLite may have rolled back by itself, as it does when the disk is full.</summary>
    private static void RollBack(SqliteConnection connection)
    {
        if (raw.sqlite3_get_autocommit(connection.Handle) == 0)
            Run(connection, "rollback");
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Embedded statements and constant table names.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
