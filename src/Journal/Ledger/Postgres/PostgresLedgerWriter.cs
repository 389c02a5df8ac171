using System.Collections.Concurrent;
using Npgsql;

namespace PetitionMesh.Journal.Ledger.Postgres;

/// <summary>
/// Adds the ledger's commands to the journal's batch, so that they are written with the events or not at all: one command per
/// table that changed, all its rows as arrays. Makes no round trip of its own.
/// </summary>
internal static class PostgresLedgerWriter
{
    public static void AddTo(NpgsqlBatch batch, LedgerChanges changes) => changes.Visit(new Adding(batch));

    private sealed class Adding(NpgsqlBatch batch) : ILedgerVisitor
    {
        private static readonly ConcurrentDictionary<string, string> Statements = new();

        public void Table<TKey, TRow>(RowSet<TKey, TRow> rows)
            where TKey : notnull
            where TRow : class, ILedgerRow<TKey, TRow>
        {
            if (rows.Count == 0)
                return;
            var command = new NpgsqlBatchCommand(Statements.GetOrAdd(TRow.Table.Name, static t => LedgerSql.Read($"Postgres/write/{t}")));
            foreach (var column in TRow.Table.Columns)
                command.Parameters.Add(column.ToArrayParameter(rows.Rows));
            batch.BatchCommands.Add(command);
        }
    }
}
