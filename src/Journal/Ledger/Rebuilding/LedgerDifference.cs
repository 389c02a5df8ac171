namespace PetitionMesh.Journal.Ledger;

/// <summary>One place where the stored ledger is not what the journal says. Holds no personal data, as the ledger holds none.</summary>
/// <param name="Key">Values of the key columns, separated by commas.</param>
/// <param name="Column">The first column that differs, or <c>*</c> when the row is missing or should not be there.</param>
/// <param name="Stored">As it stands; <c>(no row)</c> when it is missing.</param>
/// <param name="Recounted">As the events say; <c>(no row)</c> when it should not be there.</param>
public sealed record LedgerDifference(string Table, string Key, string Column, string Stored, string Recounted)
{
    internal const string NoRow = "(no row)";
    internal const string WholeRow = "*";
    internal const string SomeRow = "(row)";

    public override string ToString() => $"{Table}[{Key}].{Column}: stored {Stored}, recounted {Recounted}";
}

/// <summary>How far a recount or rebuild has come.</summary>
/// <param name="Done">Events replayed.</param>
/// <param name="Total">Events of the journal when it began; later ones are replayed too.</param>
public readonly record struct ReplayProgress(long Done, long Total);

/// <summary>Events after a position in the one order of all events, at most <paramref name="limit"/>.</summary>
public delegate Task<System.Collections.Immutable.ImmutableArray<Grains.Journaling.RecordedEvent>> ReadForward(
    long afterPosition, int limit, CancellationToken cancellationToken);
