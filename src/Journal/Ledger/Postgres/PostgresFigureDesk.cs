using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using Npgsql;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Journal.Ledger.Postgres;

/// <summary>One report, one repeatable-read transaction: all its statements see the ledger as of the same commit.</summary>
internal sealed class PostgresFigureDesk(NpgsqlDataSource readPool) : IFigureDesk
{
    public async Task<T> ReadAsync<T>(Func<IFigures, Task<T>> compose, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await readPool.OpenConnectionAsync(cancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
            var report = await compose(new SqlFigures(new Snapshot(connection), cancellationToken));
            await transaction.CommitAsync(cancellationToken);
            return report;
        }
        catch (NpgsqlException failure) when (failure.IsTransient)
        {
            throw new JournalUnavailableException("The ledger could not be read.", failure);
        }
    }

    private sealed class Snapshot(NpgsqlConnection connection) : ILedgerReader
    {
        private static readonly ConcurrentDictionary<string, string> Statements = new();

        public async Task ReadAsync(string statement, Parameter[] parameters, Action<DbDataReader> read, CancellationToken cancellationToken)
        {
#pragma warning disable CA2100 // An embedded statement.
            await using var command = new NpgsqlCommand(Statements.GetOrAdd(statement, static s => LedgerSql.Read($"Read/{s}")), connection);
#pragma warning restore CA2100
            foreach (var parameter in parameters)
                command.Parameters.Add(new NpgsqlParameter { DbType = parameter.Type, Value = parameter.Value ?? DBNull.Value });
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
                read(reader);
        }
    }
}
