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
    /// <exception cref="InvalidDataException">The journal ends before the ledger does, or has a gap.</exception>
    public static async Task<LedgerDifference?> RecountAsync(IJournalStore store, Action<ReplayProgress> progress, CancellationToken cancellationToken)
    {
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
        await using var target = await TargetOfAsync(store, cancellationToken);
        return await LedgerRebuild.RunAsync(
            store.ReadForwardAsync,
            async cancel => (await store.ReadHeadAsync(cancel)).Position,
            target,
            progress,
            cancellationToken);
    }

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
