using System.Collections.Immutable;
using PetitionMesh.Grains.Leaders;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.Desks;

/// <summary>
/// One kind of things that are due on a leader's desk. Register an implementation as a singleton and its items are on every desk: the
/// clocks of assigned cases, meetings arranged, papers to sign. Asked for every desk, so it makes at most one query on an index.
/// </summary>
internal interface IDeskDue
{
    /// <returns>In any order; the desk sorts by due time.</returns>
    ValueTask<ImmutableArray<DueView>> FindAsync(DeskGround ground, CancellationToken cancellationToken);
}

/// <summary>What the desk has read already, so that nobody reads it twice.</summary>
/// <param name="Now">Instant of the answer.</param>
/// <param name="Today">City day of it.</param>
internal sealed record DeskGround(
    LeaderId Leader, DateTimeOffset Now, DateOnly Today, ImmutableArray<OwnedLine> Cases, ImmutableArray<SummonsLine> Summonses);
