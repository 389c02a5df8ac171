using System.Collections.Immutable;
using System.Data.Common;

namespace PetitionMesh.Journal.Ledger;

/// <summary>Collects, table by table, the first row in which two stored ledgers of one database differ.</summary>
/// <param name="open">Gives a command on the connection whose view is compared.</param>
/// <param name="fresh">Names a table's fresh twin.</param>
internal sealed class Comparing(Func<DbCommand> open, Func<string, string> live, Func<string, string> fresh) : ILedgerVisitor
{
    private readonly ImmutableArray<LedgerDifference>.Builder _differences = ImmutableArray.CreateBuilder<LedgerDifference>();

    public static ImmutableArray<LedgerDifference> Of(Func<DbCommand> open, Func<string, string> live, Func<string, string> fresh)
    {
        var comparing = new Comparing(open, live, fresh);
        new LedgerChanges().Visit(comparing);
        return comparing._differences.ToImmutable();
    }

    public void Table<TKey, TRow>(RowSet<TKey, TRow> rows)
        where TKey : notnull
        where TRow : class, ILedgerRow<TKey, TRow>
    {
        var table = TRow.Table;
        using var command = open();
#pragma warning disable CA2100 // Made of the constants of the table.
        command.CommandText = TableText.FirstDifference(table, live(table.Name), fresh(table.Name));
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        if (reader.Read())
            _differences.Add(RowComparison.SideBySide(table, reader));
    }
}
