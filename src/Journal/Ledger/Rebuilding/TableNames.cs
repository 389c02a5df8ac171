using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace PetitionMesh.Journal.Ledger;

/// <summary>The names of the ledger's tables, in the order in which every batch writes (and so locks) them.</summary>
internal sealed class TableNames : ILedgerVisitor
{
    private const string FreshSuffix = "_rebuild";

    private readonly List<string> _names = [];

    public static ImmutableArray<string> All { get; } = List();

    private static Regex AnyTable { get; } = new($@"\b({string.Join('|', All)})\b", RegexOptions.NonBacktracking);

    public static string Fresh(string table) => table + FreshSuffix;

    /// <summary>A statement of the ledger, turned to the fresh tables. No column bears the name of a table.</summary>
    public static string TurnToFresh(string sql) => AnyTable.Replace(sql, "$1" + FreshSuffix);

    public void Table<TKey, TRow>(RowSet<TKey, TRow> rows)
        where TKey : notnull
        where TRow : class, ILedgerRow<TKey, TRow> => _names.Add(TRow.Table.Name);

    private static ImmutableArray<string> List()
    {
        var names = new TableNames();
        new LedgerChanges().Visit(names);
        return [.. names._names];
    }
}
