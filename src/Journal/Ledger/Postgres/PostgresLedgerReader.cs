using System.Collections.Concurrent;
using System.Data.Common;
using Npgsql;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Journal.Ledger.Postgres;

/// <summary>Reads the ledger through the store's small read pool.</summary>
internal sealed class PostgresLedgerReader(NpgsqlDataSource readPool) : ILedgerReader
{
    private static readonly ConcurrentDictionary<string, string> Statements = new();

    public async Task ReadAsync(string statement, Parameter[] parameters, Action<DbDataReader> read, CancellationToken cancellationToken)
    {
        try
        {
            await using var command = readPool.CreateCommand(Statements.GetOrAdd(statement, static s => LedgerSql.Read($"Read/{s}")));
            foreach (var parameter in parameters)
                command.Parameters.Add(new NpgsqlParameter { DbType = parameter.Type, Value = parameter.Value ?? DBNull.Value });
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
                read(reader);
        }
        catch (NpgsqlException failure) when (failure.IsTransient)
        {
            throw new JournalUnavailableException("The ledger could not be read.", failure);
        }
    }
}
