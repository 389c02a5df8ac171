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

    public async Task ReadAsync(string statement, Parameter[] parameters, Action<DbDataReader> read, CancellationToken cancellationToken)
    {
        for (var asked = 1; ; asked++)
        {
            if (await TryReadAsync(statement, parameters, read, last: asked == 2, cancellationToken))
                return;
        }
    }

    /// <summary>False when a connection of the pool turned out dead (the server was restarted) before any row was seen: ask again on a fresh one.</summary>
    private async Task<bool> TryReadAsync(
        string statement, Parameter[] parameters, Action<DbDataReader> read, bool last, CancellationToken cancellationToken)
    {
        var seen = false;
        try
        {
            await using var command = readPool.CreateCommand(Statements.GetOrAdd(statement, static s => LedgerSql.Read($"Read/{s}")));
            foreach (var parameter in parameters)
                command.Parameters.Add(new NpgsqlParameter { DbType = parameter.Type, Value = parameter.Value ?? DBNull.Value });
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                seen = true;
                read(reader);
            }

            return true;
        }
        catch (NpgsqlException failure) when (!last && !seen && PostgresReading.IsLostConnection(failure))
        {
            readPool.Clear();
            return false;
        }
        catch (NpgsqlException failure) when (failure.IsTransient)
        {
            throw new JournalUnavailableException("The ledger could not be read.", failure);
        }
    }
}
