namespace PetitionMesh.Journal.Ledger;

/// <summary>Statements over a whole table, made of the constants of <see cref="LedgerTable{TRow}"/> and nothing else.</summary>
internal static class TableText
{
    /// <summary>All rows in the order of their key.</summary>
    public static string Scan<TRow>(LedgerTable<TRow> table) =>
        $"select {Names(table)} from {table.Name} order by {Keys(table)}";

    /// <summary>Rows with <c>$1 &lt; position &lt;= $2</c>, of a table in the journal's order.</summary>
    public static string ScanPositions<TRow>(LedgerTable<TRow> table) =>
        $"select {Names(table)} from {table.Name} where position > $1 and position <= $2 order by position";

    /// <summary>The first row, by key, that <paramref name="live"/> and <paramref name="shadow"/> do not share: the columns of both, side by side.</summary>
    public static string FirstDifference<TRow>(LedgerTable<TRow> table, string live, string shadow)
    {
        var names = table.Columns.Select(c => c.Name).ToList();
        var keys = names.Take(table.KeyColumns).ToList();
        return $"""
            select {string.Join(", ", names.Select(n => $"a.{n}"))}, {string.Join(", ", names.Select(n => $"b.{n}"))}
            from {live} a full join {shadow} b on {string.Join(" and ", keys.Select(k => $"a.{k} = b.{k}"))}
            where {string.Join(" or ", names.Select(n => $"a.{n} is distinct from b.{n}"))}
            order by {string.Join(", ", keys.Select(k => $"coalesce(a.{k}, b.{k})"))}
            limit 1
            """;
    }

    /// <summary>Takes rows in the columns' order.</summary>
    public static string Copy<TRow>(LedgerTable<TRow> table) => $"copy {table.Name} ({Names(table)}) from stdin (format binary)";

    public static string DropKey<TRow>(LedgerTable<TRow> table) => $"alter table {table.Name} drop constraint {table.Name}_pkey";

    public static string AddKey<TRow>(LedgerTable<TRow> table) => $"alter table {table.Name} add constraint {table.Name}_pkey primary key ({Keys(table)})";

    private static string Names<TRow>(LedgerTable<TRow> table) => string.Join(", ", table.Columns.Select(c => c.Name));

    private static string Keys<TRow>(LedgerTable<TRow> table) => string.Join(", ", table.Columns.Take(table.KeyColumns).Select(c => c.Name));
}
