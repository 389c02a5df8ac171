using System.Collections.Immutable;
using PetitionMesh.Grains.City;

namespace PetitionMesh.Journal.Ledger;

/// <content>On-site checks (Y5).</content>
public partial interface IFigures
{
    /// <summary>Lines of the register, the latest first.</summary>
    Task<ImmutableArray<OnSiteCheckLine>> OnSiteChecksAsync(OnSiteCheckFilter filter);

    /// <summary>By court and register, of what was checked on these days.</summary>
    /// <param name="today">What was to be put right before it is overdue.</param>
    Task<ImmutableArray<OnSiteCheckCount>> CountOnSiteChecksAsync(DateOnly from, DateOnly to, CourtId? court, DateOnly today);
}
