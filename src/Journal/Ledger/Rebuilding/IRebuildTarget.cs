using System.Collections.Immutable;

namespace PetitionMesh.Journal.Ledger;

/// <summary>Where a rebuild writes: fresh tables beside the live ones, which serve on until the switch.</summary>
internal interface IRebuildTarget : IAsyncDisposable
{
    /// <summary>Makes the fresh tables, empty; what an abandoned rebuild left is dropped.</summary>
    Task CreateAsync(CancellationToken cancellationToken);

    /// <summary>So many rows that later events may change are gathered before they are written, about 300 bytes each; twice as many are in memory.</summary>
    int MostRows { get; }

    /// <summary>So many rows of the tables in the journal's order are gathered before they are written by themselves.</summary>
    int MostRegisterRows { get; }

    /// <summary>Adds the changes of a run of events to the fresh tables, in a transaction of its own.</summary>
    Task WriteAsync(LedgerChanges changes, CancellationToken cancellationToken);

    /// <summary>Indexes, after nearly all rows are there.</summary>
    Task FinishAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Compares live and fresh tables as of one event, without holding up anybody who registers. Brings the fresh ones from
    /// <paramref name="replayed"/> to that event first.
    /// </summary>
    /// <returns>Up to where the fresh tables count now, and per table the first row that differs.</returns>
    Task<RebuildComparison> CompareAsync(ReadForward source, Func<CancellationToken, Task<long>> head, long replayed, CancellationToken cancellationToken);

    /// <summary>In one short transaction that no batch can pass: replays what has come since and puts the fresh tables in the place of the live ones.</summary>
    /// <param name="head">Reads the journal's head inside it.</param>
    /// <returns>Up to where the new ledger counts.</returns>
    Task<long> SwitchAsync(ReadForward source, Func<CancellationToken, Task<long>> head, long replayed, CancellationToken cancellationToken);
}

internal sealed record RebuildComparison(long Replayed, ImmutableArray<LedgerDifference> Differences);
