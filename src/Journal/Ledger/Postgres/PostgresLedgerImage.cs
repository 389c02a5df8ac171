using System.Data;
using System.Data.Common;
using Npgsql;

namespace PetitionMesh.Journal.Ledger.Postgres;

/// <summary>A repeatable-read transaction on one connection: all tables as they stood at its first statement.</summary>
internal sealed class PostgresLedgerImage : ILedgerImage
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;

    private PostgresLedgerImage(NpgsqlConnection connection, NpgsqlTransaction transaction, long position)
    {
        _connection = connection;
        _transaction = transaction;
        Position = position;
    }

    public long Position { get; }

    public static async Task<PostgresLedgerImage> TakeAsync(NpgsqlDataSource readPool, CancellationToken cancellationToken)
    {
        var connection = await readPool.OpenConnectionAsync(cancellationToken);
        try
        {
            var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
            // A recount may think between two reads for longer than a server allows an idle transaction.
            await using var patient = new NpgsqlCommand("set local idle_in_transaction_session_timeout = 0; set local statement_timeout = 0", connection);
            await patient.ExecuteNonQueryAsync(cancellationToken);
            await using var head = new NpgsqlCommand("select position from ledger_head", connection);
            return new PostgresLedgerImage(connection, transaction, await head.ExecuteScalarAsync(cancellationToken) as long? ?? 0);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public async Task ReadAsync<TRow>(
        LedgerTable<TRow> table, (long After, long UpTo)? positions, Func<DbDataReader, bool> read, CancellationToken cancellationToken)
    {
#pragma warning disable CA2100 // Made of the constants of the table.
        await using var command = new NpgsqlCommand(positions is null ? TableText.Scan(table) : TableText.ScanPositions(table), _connection);
#pragma warning restore CA2100
        if (positions is (var after, var upTo))
        {
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = after });
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = upTo });
        }

        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken) && read(reader))
        {
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
