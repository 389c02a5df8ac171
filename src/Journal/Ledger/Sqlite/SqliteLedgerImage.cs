using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace PetitionMesh.Journal.Ledger.Sqlite;

/// <summary>
/// A read transaction on one read-only connection: all tables as they stood when it began. The log cannot be checkpointed past it
/// while it lasts, so the file beside the database grows until it ends; that is why only an operator's recount takes one.
/// </summary>
internal sealed class SqliteLedgerImage : ILedgerImage
{
    private readonly SqliteConnection _connection;

    private SqliteLedgerImage(SqliteConnection connection, long position)
    {
        _connection = connection;
        Position = position;
    }

    public long Position { get; }

    /// <param name="open">Gives an open read-only connection, which the image disposes.</param>
    public static SqliteLedgerImage Take(Func<SqliteConnection> open)
    {
        var connection = open();
        try
        {
            using var command = connection.CreateCommand();
            command.CommandText = "begin deferred";
            command.ExecuteNonQuery();
            command.CommandText = "select position from ledger_head";
            return new SqliteLedgerImage(connection, command.ExecuteScalar() as long? ?? 0);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public Task ReadAsync<TRow>(
        LedgerTable<TRow> table, (long After, long UpTo)? positions, Func<DbDataReader, bool> read, CancellationToken cancellationToken)
    {
        using var command = _connection.CreateCommand();
#pragma warning disable CA2100 // Made of the constants of the table.
        command.CommandText = positions is null ? TableText.Scan(table) : TableText.ScanPositions(table);
#pragma warning restore CA2100
        if (positions is (var after, var upTo))
        {
            command.Parameters.AddWithValue("$1", after);
            command.Parameters.AddWithValue("$2", upTo);
        }

        using var reader = command.ExecuteReader();
        while (reader.Read() && read(reader))
            cancellationToken.ThrowIfCancellationRequested();
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        using (var command = _connection.CreateCommand())
        {
            command.CommandText = "rollback";
            command.ExecuteNonQuery();
        }

        _connection.Dispose();
        return ValueTask.CompletedTask;
    }
}
