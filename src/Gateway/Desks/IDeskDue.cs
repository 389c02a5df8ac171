using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.Desks;

/// <summary>
/// One kind of things that are due on a leader's desk. Register an implementation as a singleton and its items are on every desk: the
/// clocks of assigned cases, meetings arranged. Asked for every desk, so it asks nobody: what it needs is read with the desk's one question.
/// </summary>
internal interface IDeskDue
{
    /// <returns>In any order; the desk sorts by due time.</returns>
    IEnumerable<DueView> Find(DeskGround ground);
}

/// <summary>What the desk has read.</summary>
/// <param name="Now">Instant of the answer.</param>
/// <param name="Today">City day of it.</param>
internal sealed record DeskGround(DateTimeOffset Now, DateOnly Today, DeskLines Lines);
