using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace PetitionMesh.Journal.Ledger;

/// <summary>
/// The ledger's tables: statements that make them, each harmless when its table is already there. What the ledger holds derives
/// from the journal, so a release that changes a table migrates nothing: its first start replays the journal into fresh ones.
/// </summary>
internal static class LedgerSchema
{
    /// <summary>
    /// To be raised when the same events give other rows in the same columns. Changed tables need nothing: their statements are
    /// part of the shape.
    /// </summary>
    private const int Projection = 3;

    public static ImmutableArray<string> Postgres { get; } = LedgerSql.ReadAll("Postgres/schema");

    public static ImmutableArray<string> Sqlite { get; } = LedgerSql.ReadAll("Sqlite/schema");

    /// <summary>Tells this release's ledger from every other's; kept among the steps of the schema.</summary>
    public static string PostgresShape { get; } = ShapeOf(Postgres);

    public static string SqliteShape { get; } = ShapeOf(Sqlite);

    public static bool IsIndex(string statement) =>
        statement.StartsWith("create index", StringComparison.Ordinal) || statement.StartsWith("create unique index", StringComparison.Ordinal);

    private static string ShapeOf(ImmutableArray<string> statements)
    {
        // Line ends may differ between two checkouts of one release.
        var text = $"{Projection}\n{string.Join('\n', statements)}".ReplaceLineEndings("\n");
        return $"ledger.{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16]}";
    }
}
