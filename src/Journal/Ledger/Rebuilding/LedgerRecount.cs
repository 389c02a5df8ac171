namespace PetitionMesh.Journal.Ledger;

/// <summary>
/// Replays the journal and compares what it says with the stored ledger. Reads only. What grows with the receptions (the register
/// and the notices) is compared page by page; cases, links and cells are gathered first, about 1 KiB per case.
/// </summary>
internal static class LedgerRecount
{
    /// <summary>The first row that differs, or null when the ledger is what the events say.</summary>
    /// <exception cref="InvalidDataException">The journal ends before the ledger does, or has a gap.</exception>
    public static async Task<LedgerDifference?> RunAsync(
        ReadForward source, ILedgerImage image, Action<ReplayProgress> progress, CancellationToken cancellationToken)
    {
        var gathered = new LedgerChanges();
        var replayed = 0L;
        await foreach (var page in Replay.PagesAsync(source, 0, image.Position, cancellationToken))
        {
            var after = replayed;
            replayed = page.Head.Find(1)!.Position;
            if (await CompareRegisterAsync(image, page, (after, replayed), cancellationToken) is { } difference)
                return difference;
            page.TakeRegister(); // Compared.
            gathered.Add(page);
            progress(new ReplayProgress(replayed, image.Position));
        }

        // Nothing may stand in the register beyond the last event, nor in any other table beyond what was gathered.
        return await CompareRegisterAsync(image, new LedgerChanges(), (replayed, long.MaxValue), cancellationToken)
            ?? await FirstAsync(Comparisons.Of(gathered, inJournalOrder: false, positions: null), image, cancellationToken);
    }

    private static Task<LedgerDifference?> CompareRegisterAsync(
        ILedgerImage image, LedgerChanges page, (long, long) positions, CancellationToken cancellationToken) =>
        FirstAsync(Comparisons.Of(page, inJournalOrder: true, positions), image, cancellationToken);

    private static async Task<LedgerDifference?> FirstAsync(IEnumerable<Comparison> comparisons, ILedgerImage image, CancellationToken cancellationToken)
    {
        foreach (var comparison in comparisons)
        {
            if (await comparison(image, cancellationToken) is { } difference)
                return difference;
        }

        return null;
    }

    private static async Task<LedgerDifference?> CompareAsync<TKey, TRow>(
        ILedgerImage image, RowSet<TKey, TRow> recounted, (long, long)? positions, CancellationToken cancellationToken)
        where TKey : notnull
        where TRow : class, ILedgerRow<TKey, TRow>
    {
        var table = TRow.Table;
        var expected = recounted.Rows.ToDictionary(r => RowComparison.KeyOf(table, r));
        LedgerDifference? difference = null;
        await image.ReadAsync(
            table,
            positions,
            stored =>
            {
                var key = RowComparison.KeyOf(table, stored, 0);
                difference = expected.Remove(key, out var row)
                    ? RowComparison.Compare(table, stored, row)
                    : RowComparison.Unexpected(table, key, stored: true);
                return difference is null;
            },
            cancellationToken);
        if (difference is not null || expected.Count == 0)
            return difference;
        return RowComparison.Unexpected(table, expected.Keys.Min(StringComparer.Ordinal)!, stored: false);
    }

    private delegate Task<LedgerDifference?> Comparison(ILedgerImage image, CancellationToken cancellationToken);

    /// <summary>One comparison for every table there is, so that none can be forgotten.</summary>
    private sealed class Comparisons(bool inJournalOrder, (long, long)? positions) : ILedgerVisitor
    {
        private readonly List<Comparison> _each = [];

        public static List<Comparison> Of(LedgerChanges recounted, bool inJournalOrder, (long, long)? positions)
        {
            var comparisons = new Comparisons(inJournalOrder, positions);
            recounted.Visit(comparisons);
            return comparisons._each;
        }

        public void Table<TKey, TRow>(RowSet<TKey, TRow> recounted)
            where TKey : notnull
            where TRow : class, ILedgerRow<TKey, TRow>
        {
            if (TRow.Table.IsInJournalOrder == inJournalOrder)
                _each.Add((image, cancellationToken) => CompareAsync(image, recounted, positions, cancellationToken));
        }
    }
}
