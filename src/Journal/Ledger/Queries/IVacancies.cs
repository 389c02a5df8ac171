using System.Collections.Immutable;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Journal.Ledger;

/// <summary>W3: what tells, together with the city and the calendar, which open cases have no owner who acts.</summary>
public interface IVacancies
{
    /// <summary>Open cases a leader owns, the longest in his hands first.</summary>
    /// <param name="limit">1–<see cref="OwnedLine.MostListed"/>.</param>
    Task<ImmutableArray<OwnedLine>> ListOwnedAsync(LeaderId owner, int limit, CancellationToken cancellationToken);

    /// <summary>Open cases without an owner who acts, the longest first.</summary>
    /// <param name="ground"><see cref="VacancyGround.Pending"/> or <see cref="VacancyGround.Recused"/>; the others follow from the city and long leaves.</param>
    /// <param name="limit">1–<see cref="OwnedLine.MostListed"/>.</param>
    Task<ImmutableArray<OwnedLine>> ListVacantAsync(VacancyGround ground, int limit, CancellationToken cancellationToken);

    /// <summary>Everybody who ever left a post or went on long leave.</summary>
    Task<ImmutableArray<LeaderLine>> ListLeaderStandingsAsync(CancellationToken cancellationToken);
}
