using PetitionMesh.Journal.GroupCommit;
using PetitionMesh.Journal.Ledger;
using PetitionMesh.Journal.Ledger.Postgres;
using PetitionMesh.Journal.Ledger.Sqlite;
using PetitionMesh.Journal.Postgres;
using PetitionMesh.Journal.Sqlite;

namespace PetitionMesh.Journal;

/// <summary>What an operator has done with the ledger of a store: recounted, or built anew from the journal.</summary>
public static class JournalUpkeep
{
    /// <summary>Replays the journal and compares. Reads only, so it may run beside the server.</summary>
    /// <returns>The first row that differs, or null.</returns>
    /// <exception cref="InvalidDataException">The journal ends before the ledger does, or has a gap; or the ledger is another release's.</exception>
    public static async Task<LedgerDifference?> RecountAsync(IJournalStore store, Action<ReplayProgress> progress, CancellationToken cancellationToken)
    {
        if (ShapeOf(store) is { } shape && !await shape.FitsAsync(cancellationToken))
            throw new InvalidDataException("台账由另一版本的程序建立，无法逐行核对：请先启动本版本，或运行 journal rebuild。");
        await using var image = await ImageOfAsync(store, cancellationToken);
        return await LedgerRecount.RunAsync(store.ReadForwardAsync, image, progress, cancellationToken);
    }

    /// <summary>
    /// Builds the ledger anew and puts it in the place of the old one. On PostgreSQL the server may go on; the SQLite file belongs to
    /// one process, so there the store must have been started by the caller.
    /// </summary>
    /// <exception cref="InvalidDataException">The journal has a gap; the ledger stays as it is.</exception>
    public static async Task<RebuildReport> RebuildAsync(IJournalStore store, Action<ReplayProgress> progress, CancellationToken cancellationToken)
    {
        var shape = ShapeOf(store);
        var fits = shape is null || await shape.FitsAsync(cancellationToken);
        if (!fits)
            await shape!.CompleteAsync(cancellationToken);
        await using var target = await TargetOfAsync(store, cancellationToken);
        var report = await RunAsync(store, target, progress, fits, cancellationToken);
        if (!fits)
            await shape!.RememberAsync(cancellationToken);
        return report;
    }

    /// <summary>
    /// At a start: replaces the ledger of an earlier release by this one's. On PostgreSQL other processes go on meanwhile; those
    /// of the earlier release write what they know of, so the last step of a rolling upgrade is one <c>journal rebuild</c>.
    /// </summary>
    /// <returns>What was rebuilt; null when the ledger is this release's.</returns>
    internal static async Task<RebuildReport?> RenewAsync(IJournalStore store, CancellationToken cancellationToken)
    {
        if (ShapeOf(store) is not { } shape || await shape.FitsAsync(cancellationToken))
            return null;
        await shape.CompleteAsync(cancellationToken);
        await using var target = await TargetOfAsync(store, cancellationToken);
        // Whoever waited here for another process that did the same finds it done.
        if (await shape.FitsAsync(cancellationToken))
            return null;
        var report = await RunAsync(store, target, _ => { }, compare: false, cancellationToken);
        await shape.RememberAsync(cancellationToken);
        return report;
    }

    private static Task<RebuildReport> RunAsync(
        IJournalStore store, IRebuildTarget target, Action<ReplayProgress> progress, bool compare, CancellationToken cancellationToken) =>
        LedgerRebuild.RunAsync(
            store.ReadForwardAsync, async cancel => (await store.ReadHeadAsync(cancel)).Position, target, progress, cancellationToken, compare);

    private static ILedgerShape? ShapeOf(IJournalStore store) => store switch
    {
        SqliteStore sqlite => sqlite.Shape,
        PostgresStore postgres => new PostgresLedgerShape(postgres.Readers),
        _ => null,
    };

    private static async Task<ILedgerImage> ImageOfAsync(IJournalStore store, CancellationToken cancellationToken) => store switch
    {
        SqliteStore sqlite => SqliteLedgerImage.Take(sqlite.OpenReader),
        PostgresStore postgres => await PostgresLedgerImage.TakeAsync(postgres.Readers, cancellationToken),
        _ => throw new ArgumentException($"The ledger of a {store.GetType().Name} ends with its process.", nameof(store)),
    };

    private static async Task<IRebuildTarget> TargetOfAsync(IJournalStore store, CancellationToken cancellationToken) => store switch
    {
        SqliteStore sqlite => new SqliteRebuild(sqlite.InTurnAsync, sqlite.OpenReader),
        PostgresStore postgres => await PostgresRebuild.OpenAsync(postgres.Readers, cancellationToken),
        _ => throw new ArgumentException($"The ledger of a {store.GetType().Name} ends with its process.", nameof(store)),
    };
}
