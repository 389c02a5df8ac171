using System.Collections.Concurrent;
using System.Data.Common;
using Npgsql;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Journal.Postgres;

namespace PetitionMesh.Journal.Ledger.Postgres;

/// <summary>Reads the ledger through the store's small read pool.</summary>
internal sealed class PostgresLedgerReader(NpgsqlDataSource readPool) : ILedgerReader
{
    private static readonly ConcurrentDictionary<string, string> Statements = new();

    public Task ReadAsync(string statement, Parameter[] parameters, Action<DbDataReader> read, CancellationToken cancellationToken) =>
        AskAsync(
            async seen =>
            {
                await using var command = readPool.CreateCommand(TextOf(statement));
                Add(command.Parameters, parameters);
                await using var reader = await command.ExecuteReaderAsync(cancellationToken);
                while (await reader.ReadAsync(cancellationToken))
                {
                    seen.Rows = true;
                    read(reader);
                }
            });

    public Task ReadAllAsync(IReadOnlyList<LedgerRead> reads, CancellationToken cancellationToken) =>
        AskAsync(
            async seen =>
            {
                await using var batch = readPool.CreateBatch();
                foreach (var one in reads)
                {
                    var command = new NpgsqlBatchCommand(TextOf(one.Statement));
                    Add(command.Parameters, one.Parameters);
                    batch.BatchCommands.Add(command);
                }
                await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
                foreach (var one in reads)
                {
                    while (await reader.ReadAsync(cancellationToken))
                    {
                        seen.Rows = true;
                        one.Row(reader);
                    }
                    await reader.NextResultAsync(cancellationToken);
                }
            });

    private static string TextOf(string statement) => Statements.GetOrAdd(statement, static s => LedgerSql.Read($"Read/{s}"));

    private static void Add(NpgsqlParameterCollection to, Parameter[] parameters)
    {
        foreach (var parameter in parameters)
            to.Add(new NpgsqlParameter { DbType = parameter.Type, Value = parameter.Value ?? DBNull.Value });
    }

    private async Task AskAsync(Func<Seen, Task> ask)
    {
        for (var asked = 1; ; asked++)
        {
            if (await TryAskAsync(ask, last: asked == 2))
                return;
        }
    }

    /// <summary>False when a connection of the pool turned out dead (the server was restarted) before any row was seen: ask again on a fresh one.</summary>
    private async Task<bool> TryAskAsync(Func<Seen, Task> ask, bool last)
    {
        var seen = new Seen();
        try
        {
            await ask(seen);
            return true;
        }
        catch (NpgsqlException failure) when (!last && !seen.Rows && PostgresReading.IsLostConnection(failure))
        {
            readPool.Clear();
            return false;
        }
        catch (NpgsqlException failure) when (failure.IsTransient)
        {
            throw new JournalUnavailableException("The ledger could not be read.", failure);
        }
    }

    /// <summary>Whether any row has been given away already.</summary>
    private sealed class Seen
    {
        public bool Rows { get; set; }
    }
}
