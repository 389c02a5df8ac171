using System.Collections.Immutable;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;

namespace PetitionMesh.Journal.Ledger;

/// <content>Routing slips (Y2, Y3).</content>
public partial interface IFigures
{
    /// <summary>Lines of the register, the latest first.</summary>
    Task<ImmutableArray<RoutingLine>> RoutingsAsync(RoutingFilter filter);

    /// <summary>Slips of a court that are of this number, or related to it; the latest first.</summary>
    Task<ImmutableArray<RoutingLine>> RoutingsOfAsync(CourtId court, CaseNumber number, int limit);

    /// <summary>By court and kind, of the receipts and searches of these days.</summary>
    /// <param name="today">What was due before it is overdue.</param>
    Task<ImmutableArray<RoutingCount>> CountRoutingsAsync(DateOnly from, DateOnly to, CourtId? court, DateOnly today);
}
