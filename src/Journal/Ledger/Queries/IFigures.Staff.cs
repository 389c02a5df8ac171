using System.Collections.Immutable;
using PetitionMesh.Grains.City;

namespace PetitionMesh.Journal.Ledger;

/// <content>What staff reviews are made of (Y7): facts by official, in a neutral order, without a score.</content>
public partial interface IFigures
{
    /// <param name="from">City day of receipt; included, as is <paramref name="to"/>.</param>
    /// <param name="today">What was due before it is overdue.</param>
    Task<ImmutableArray<RequestsOfPerson>> RequestsByPersonAsync(DateOnly from, DateOnly to, CourtId? court, DateOnly today);

    Task<ImmutableArray<RoutingsOfReceiver>> RoutingsByReceiverAsync(DateOnly from, DateOnly to, CourtId? court);

    Task<ImmutableArray<ComplaintsOfOfficer>> ComplaintsByOfficerAsync(DateOnly from, DateOnly to, CourtId? court);

    Task<ImmutableArray<ComplaintsOfDivision>> ComplaintsByDivisionAsync(DateOnly from, DateOnly to, CourtId? court, DateOnly today);

    /// <param name="from">City day of the check; included, as is <paramref name="to"/>.</param>
    /// <param name="today">What was to be put right before it is overdue.</param>
    Task<ImmutableArray<ChecksOfDivision>> OnSiteChecksByDivisionAsync(DateOnly from, DateOnly to, CourtId? court, DateOnly today);
}
