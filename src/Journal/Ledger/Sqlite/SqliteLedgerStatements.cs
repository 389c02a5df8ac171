using System.Globalization;
using Microsoft.Data.Sqlite;

namespace PetitionMesh.Journal.Ledger.Sqlite;

/// <summary>One prepared write statement per table.</summary>
/// <param name="naming">Turns the statements to other tables (a rebuild's); the live ledger leaves them as they are.</param>
internal sealed class SqliteLedgerStatements(SqliteConnection connection, Func<string, string> naming) : ILedgerVisitor, IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _commands = [];

    public void Table<TKey, TRow>(RowSet<TKey, TRow> rows)
        where TKey : notnull
        where TRow : class, ILedgerRow<TKey, TRow>
    {
        if (rows.Count == 0)
            return;
        var table = TRow.Table;
        var command = Command(table.Name, table.Columns.Length);
        // The journal opens its transactions itself, in SQL, on the one connection.
        foreach (var row in rows.Rows)
        {
            for (var i = 0; i < table.Columns.Length; i++)
                command.Parameters[i].Value = table.Columns[i].ToSqlite(row);
            command.ExecuteNonQuery();
        }
    }

    public void Dispose()
    {
        foreach (var command in _commands.Values)
            command.Dispose();
    }

    private SqliteCommand Command(string table, int parameters)
    {
        if (_commands.TryGetValue(table, out var known))
            return known;
        var command = connection.CreateCommand();
        command.CommandText = naming(LedgerSql.Read($"Sqlite/write/{table}"));
        for (var i = 1; i <= parameters; i++)
            command.Parameters.Add(new SqliteParameter { ParameterName = string.Create(CultureInfo.InvariantCulture, $"${i}") });
        command.Prepare();
        return _commands[table] = command;
    }
}
