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
            page.Receptions.Clear();
            page.Notices.Clear();
            page.Acts.Clear();
            gathered.Add(page);
            progress(new ReplayProgress(replayed, image.Position));
        }

        // Nothing may stand in the register beyond the last event, nor in any other table beyond what was gathered.
        return await CompareRegisterAsync(image, new LedgerChanges(), (replayed, long.MaxValue), cancellationToken)
            ?? await CompareAsync(image, gathered.CaseFiles, null, cancellationToken)
            ?? await CompareAsync(image, gathered.CaseCourts, null, cancellationToken)
            ?? await CompareAsync(image, gathered.PetitionerCases, null, cancellationToken)
            ?? await CompareAsync(image, gathered.Summonses, null, cancellationToken)
            ?? await CompareAsync(image, gathered.Ownerships, null, cancellationToken)
            ?? await CompareAsync(image, gathered.LeaderTally, null, cancellationToken)
            ?? await CompareAsync(image, gathered.LeaderStandings, null, cancellationToken)
            ?? await CompareAsync(image, gathered.ImportRows, null, cancellationToken)
            ?? await CompareAsync(image, gathered.ReceptionTally, null, cancellationToken)
            ?? await CompareAsync(image, gathered.ResolutionTally, null, cancellationToken)
            ?? await CompareAsync(image, gathered.Clocks, null, cancellationToken)
            ?? await CompareAsync(image, gathered.Assignments, null, cancellationToken)
            ?? await CompareAsync(image, gathered.ClockTally, null, cancellationToken)
            ?? await CompareAsync(image, gathered.RatingTally, null, cancellationToken)
            ?? await CompareAsync(image, gathered.OwnerTally, null, cancellationToken)
            ?? await CompareAsync(image, gathered.DailyReports, null, cancellationToken)
            ?? await CompareAsync(image, gathered.Alerts, null, cancellationToken)
            ?? await CompareAsync(image, gathered.AlertsDue, null, cancellationToken)
            ?? await CompareAsync(image, gathered.DutyContacts, null, cancellationToken)
            ?? await CompareAsync(image, gathered.Publications, null, cancellationToken)
            ?? await CompareAsync(image, gathered.Head, null, cancellationToken);
    }

    private static async Task<LedgerDifference?> CompareRegisterAsync(
        ILedgerImage image, LedgerChanges page, (long, long) positions, CancellationToken cancellationToken) =>
        await CompareAsync(image, page.Receptions, positions, cancellationToken)
        ?? await CompareAsync(image, page.Notices, positions, cancellationToken)
        ?? await CompareAsync(image, page.Acts, positions, cancellationToken);

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
}
