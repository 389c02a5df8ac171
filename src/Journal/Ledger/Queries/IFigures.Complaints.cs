using System.Collections.Immutable;
using PetitionMesh.Grains.City;

namespace PetitionMesh.Journal.Ledger;

/// <content>Stuck-errand desks and the complaints there (Y6).</content>
public partial interface IFigures
{
    /// <summary>Desks of a court or of the city, open and closed, in the order of their opening: a court has a few.</summary>
    Task<ImmutableArray<ErrandDeskLine>> ErrandDesksAsync(CourtId? court);

    /// <summary>Lines of the register, the latest first.</summary>
    Task<ImmutableArray<ComplaintLine>> ComplaintsAsync(ComplaintFilter filter);

    /// <summary>By court and desk, of what was received on these days.</summary>
    /// <param name="today">What was to be checked before it is overdue.</param>
    Task<ImmutableArray<ComplaintCount>> CountComplaintsAsync(DateOnly from, DateOnly to, CourtId? court, DateOnly today);
}
