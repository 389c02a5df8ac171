using System.Collections.Immutable;

namespace PetitionMesh.Journal.Ledger;

/// <summary>What a rebuild did.</summary>
/// <param name="Events">Replayed in all.</param>
/// <param name="Differences">Per table the first row in which the old ledger was wrong; empty when it was right.</param>
public sealed record RebuildReport(long Events, ImmutableArray<LedgerDifference> Differences);

/// <summary>Replays the journal into fresh tables while the server goes on, compares them with the live ones and takes their place.</summary>
internal static class LedgerRebuild
{
    /// <summary>So near to the head the rest is left to the comparison and the switch, which replay it in their own transactions.</summary>
    private const int NearHead = 2_000;

    /// <param name="head">Reads the position of the journal's last event.</param>
    /// <param name="compare">False when the live tables are another release's, which have other columns.</param>
    /// <exception cref="InvalidDataException">The journal has a gap. The live ledger stays as it is.</exception>
    public static async Task<RebuildReport> RunAsync(
        ReadForward source,
        Func<CancellationToken, Task<long>> head,
        IRebuildTarget target,
        Action<ReplayProgress> progress,
        CancellationToken cancellationToken,
        bool compare = true)
    {
        await target.CreateAsync(cancellationToken);
        var replayed = 0L;
        for (var goal = await head(cancellationToken); goal - replayed > NearHead; goal = await head(cancellationToken))
        {
            // One part is written while the next is gathered: changes of the same row are then written once.
            var writing = Task.CompletedTask;
            var gathered = new LedgerChanges();
            try
            {
                await foreach (var page in Replay.DecodedAsync(source, replayed, goal, cancellationToken))
                {
                    page.ApplyTo(gathered);
                    replayed = page.Last;
                    var whole = gathered.CountRows(register: false) >= target.MostRows;
                    if (whole || gathered.CountRows(register: true) >= target.MostRegisterRows)
                    {
                        await writing;
                        var part = whole ? gathered : gathered.TakeRegister();
                        writing = target.WriteAsync(part, cancellationToken);
                        gathered = whole ? new LedgerChanges() : gathered;
                    }

                    progress(new ReplayProgress(replayed, goal));
                }
            }
            finally
            {
                await writing;
            }

            if (!gathered.IsEmpty)
                await target.WriteAsync(gathered, cancellationToken);
            progress(new ReplayProgress(replayed, goal));
        }

        await target.FinishAsync(cancellationToken);
        var compared = compare
            ? await target.CompareAsync(source, head, replayed, cancellationToken)
            : new RebuildComparison(replayed, []);
        var switched = await target.SwitchAsync(source, head, compared.Replayed, cancellationToken);
        progress(new ReplayProgress(switched, switched));
        return new RebuildReport(switched, compared.Differences);
    }
}
