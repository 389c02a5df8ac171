using System.Collections.Immutable;

namespace PetitionMesh.Journal.Ledger;

/// <summary>What a writer, the recount and the rebuild need to know of a table.</summary>
/// <param name="KeyColumns">How many of the first columns are the key.</param>
/// <param name="Columns">In the order of the parameters of the table's write statement.</param>
internal sealed record LedgerTable<TRow>(string Name, int KeyColumns, ImmutableArray<LedgerColumn<TRow>> Columns);
