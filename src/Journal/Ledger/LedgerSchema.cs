using System.Collections.Immutable;

namespace PetitionMesh.Journal.Ledger;

/// <summary>The ledger's tables: statements that a store runs at its start, each harmless when its table is already there.</summary>
internal static class LedgerSchema
{
    public static ImmutableArray<string> Postgres { get; } = LedgerSql.ReadAll("Postgres/schema");

    public static ImmutableArray<string> Sqlite { get; } = LedgerSql.ReadAll("Sqlite/schema");
}
