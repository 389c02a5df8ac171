using Npgsql;

namespace PetitionMesh.Journal.Ledger.Postgres;

/// <summary>Puts rows into tables that have none of their keys, by COPY: about a third of the cost of writing them one by one.</summary>
internal sealed class Copying(NpgsqlConnection connection) : ILedgerVisitor
{
    public void Table<TKey, TRow>(RowSet<TKey, TRow> rows)
        where TKey : notnull
        where TRow : class, ILedgerRow<TKey, TRow>
    {
        if (rows.Count == 0)
            return;
        var columns = TRow.Table.Columns;
        using var raw = connection.BeginRawBinaryCopy(TableText.Copy(TRow.Table));
        try
        {
            var copy = new CopyStream(raw);
            copy.Begin();
            foreach (var row in rows.Rows)
            {
                copy.BeginRow(columns.Length);
                foreach (var column in columns)
                    column.Copy(copy, row);
            }

            copy.End();
        }
        catch
        {
            raw.Cancel(); // To dispose of it would end the COPY as if these were all rows.
            throw;
        }
    }
}
