using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Journal.Sqlite;

namespace PetitionMesh.Journal.Ledger.Sqlite;

/// <summary>Reads the ledger on read-only connections. A statement is one short read transaction, so that it never holds back a checkpoint.</summary>
internal sealed class SqliteLedgerReader : ILedgerReader
{
    private readonly Func<SqliteConnection> _open;
    private readonly SqliteTransaction? _transaction;

    /// <param name="open">Gives an open read-only connection, which is disposed after the statement.</param>
    public SqliteLedgerReader(Func<SqliteConnection> open) => _open = open;

    /// <summary>All statements within one transaction of the caller's, so on one snapshot.</summary>
    public SqliteLedgerReader(SqliteConnection connection, SqliteTransaction transaction)
    {
        _open = () => connection;
        _transaction = transaction;
    }

    private static readonly ConcurrentDictionary<string, string> Statements = new();

    public Task ReadAsync(string statement, Parameter[] parameters, Action<DbDataReader> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            var connection = _open();
            using var own = _transaction is null ? connection : null;
            using var command = connection.CreateCommand();
            command.Transaction = _transaction;
            command.CommandText = Statements.GetOrAdd(statement, static s => LedgerSql.Read($"Read/{s}"));
            for (var i = 0; i < parameters.Length; i++)
                command.Parameters.AddWithValue(string.Create(CultureInfo.InvariantCulture, $"${i + 1}"), Stored(parameters[i]));
            using var reader = command.ExecuteReader(CommandBehavior.SingleResult);
            while (reader.Read())
                read(reader);
            return Task.CompletedTask;
        }
        catch (SqliteException failure) when (failure.IsUnavailable())
        {
            throw new JournalUnavailableException("The ledger could not be read.", failure);
        }
    }

    /// <summary>On one connection and one snapshot.</summary>
    public async Task ReadAllAsync(IReadOnlyList<LedgerRead> reads, CancellationToken cancellationToken)
    {
        if (_transaction is not null)
        {
            foreach (var one in reads)
                await ReadAsync(one.Statement, one.Parameters, one.Row, cancellationToken);
            return;
        }
        try
        {
            await using var connection = _open();
            await using var transaction = connection.BeginTransaction(deferred: true);
            await new SqliteLedgerReader(connection, transaction).ReadAllAsync(reads, cancellationToken);
        }
        catch (SqliteException failure) when (failure.IsUnavailable())
        {
            throw new JournalUnavailableException("The ledger could not be read.", failure);
        }
    }

    private static object Stored(Parameter parameter) => parameter.Value switch
    {
        null => DBNull.Value,
        Guid id => id.ToString("D"),
        DateOnly day => Column.Print(day),
        DateTimeOffset instant => Column.Print(instant),
        bool flag => flag ? 1L : 0L,
        var value => value,
    };
}
