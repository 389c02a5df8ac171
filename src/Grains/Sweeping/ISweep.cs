using PetitionMesh.Grains.City;

namespace PetitionMesh.Grains.Sweeping;

/// <summary>
/// Something that becomes due by the clock alone. It finds what is due on an index of the ledger and asks the grains concerned; those
/// decide, so that sweeping twice, or by two processes at once, writes everything once. No reminder per case.
/// </summary>
public interface ISweep
{
    /// <summary>Looks at what is due at a court.</summary>
    /// <param name="now">What was due until then.</param>
    /// <returns>How many were asked.</returns>
    /// <exception cref="Journaling.JournalException">The store does not answer; the next round goes on.</exception>
    Task<int> SweepAsync(CourtId court, DateTimeOffset now, CancellationToken cancellationToken);
}
