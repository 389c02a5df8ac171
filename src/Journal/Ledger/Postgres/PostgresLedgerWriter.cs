using System.Collections.Concurrent;
using System.Collections.Immutable;
using Npgsql;

namespace PetitionMesh.Journal.Ledger.Postgres;

/// <summary>
/// Adds the ledger's commands to the journal's batch, so that they are written with the events or not at all: few commands per
/// table that changed, all its rows as arrays, nothing for a table that did not. Makes no round trip of its own.
/// </summary>
internal static class PostgresLedgerWriter
{
    public static void AddTo(NpgsqlBatch batch, LedgerChanges changes) => changes.Visit(new Adding(batch));

    private sealed class Adding(NpgsqlBatch batch) : ILedgerVisitor
    {
        private const string Conflict = "on conflict";
        private static readonly ConcurrentDictionary<string, string> Statements = new();
        private static readonly ConcurrentDictionary<string, string> Inserts = new();

        public void Table<TKey, TRow>(RowSet<TKey, TRow> rows)
            where TKey : notnull
            where TRow : class, ILedgerRow<TKey, TRow>
        {
            if (rows.Count == 0)
                return;
            var table = TRow.Table;
            if (table.IsNew is null)
            {
                Add(Statements.GetOrAdd(table.Name, Read), table.Columns, rows.Rows);
                return;
            }

            var (begun, touched, others) = (new List<TRow>(), new List<TRow>(), new List<TRow>());
            foreach (var row in rows.Rows)
                (table.IsNew(row) ? begun : table.Narrow?.Fits(row) == true ? touched : others).Add(row);
            Add(Inserts.GetOrAdd(table.Name, static name => InsertOf(Read(name))), table.Columns, begun);
            if (table.Narrow is { } narrow)
                Add(Statements.GetOrAdd(narrow.Statement, Read), narrow.Columns, touched);
            Add(Statements.GetOrAdd(table.Name, Read), table.Columns, others);
        }

        private void Add<TRow>(string statement, ImmutableArray<LedgerColumn<TRow>> columns, IReadOnlyCollection<TRow> rows)
        {
            if (rows.Count == 0)
                return;
            var command = new NpgsqlBatchCommand(statement);
            foreach (var column in columns)
                command.Parameters.Add(column.ToArrayParameter(rows));
            batch.BatchCommands.Add(command);
        }

        private static string Read(string name) => LedgerSql.Read($"Postgres/write/{name}");

        /// <summary>The same insert, of rows that find none of their key.</summary>
        private static string InsertOf(string statement)
        {
            var conflict = statement.IndexOf(Conflict, StringComparison.Ordinal);
            return conflict < 0 ? statement : statement[..conflict];
        }
    }
}
