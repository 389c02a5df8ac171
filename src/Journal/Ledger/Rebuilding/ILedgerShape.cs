namespace PetitionMesh.Journal.Ledger;

/// <summary>
/// Whether the tables of a stored ledger are those of this release. A store remembers every shape it has had: a process of an
/// earlier release that comes back in a rolling upgrade leaves the tables of the later one as they are.
/// </summary>
internal interface ILedgerShape
{
    Task<bool> FitsAsync(CancellationToken cancellationToken);

    /// <summary>Makes the tables that are missing, so that a rebuild has something to take the place of.</summary>
    Task CompleteAsync(CancellationToken cancellationToken);

    Task RememberAsync(CancellationToken cancellationToken);
}
