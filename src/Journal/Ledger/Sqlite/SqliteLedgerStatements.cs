using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace PetitionMesh.Journal.Ledger.Sqlite;

/// <summary>
/// One prepared write statement per table, bound by ordinal on SQLite's own interface: a row has up to nineteen columns, and
/// binding them by name through ADO.NET costs more than writing them.
/// </summary>
/// <param name="naming">Turns the statements to other tables (a rebuild's); the live ledger leaves them as they are.</param>
internal sealed class SqliteLedgerStatements(SqliteConnection connection, Func<string, string> naming) : ILedgerVisitor, IDisposable
{
    private readonly Dictionary<string, sqlite3_stmt> _statements = [];
    private readonly sqlite3 _database = connection.Handle!;

    /// <exception cref="SqliteException">SQLite refuses; the caller rolls its transaction back.</exception>
    public void Table<TKey, TRow>(RowSet<TKey, TRow> rows)
        where TKey : notnull
        where TRow : class, ILedgerRow<TKey, TRow>
    {
        if (rows.Count == 0)
            return;
        var table = TRow.Table;
        var statement = Statement(table.Name);
        foreach (var row in rows.Rows)
        {
            for (var i = 0; i < table.Columns.Length; i++)
                Check(table.Columns[i].Bind(statement, i + 1, row));
            var result = raw.sqlite3_step(statement);
            // The failure is told by the step; a reset only repeats it and frees the statement.
            _ = raw.sqlite3_reset(statement);
            Check(result);
        }
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
            statement.Dispose();
    }

    private sqlite3_stmt Statement(string table)
    {
        if (_statements.TryGetValue(table, out var known))
            return known;
        Check(raw.sqlite3_prepare_v3(_database, naming(LedgerSql.Read($"Sqlite/write/{table}")), raw.SQLITE_PREPARE_PERSISTENT, out var statement));
        return _statements[table] = statement;
    }

    private void Check(int result)
    {
        if (result is not (raw.SQLITE_OK or raw.SQLITE_DONE or raw.SQLITE_ROW))
            SqliteException.ThrowExceptionForRC(result, _database);
    }
}
