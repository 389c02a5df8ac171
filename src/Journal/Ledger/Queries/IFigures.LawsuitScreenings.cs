using System.Collections.Immutable;
using PetitionMesh.Grains.City;

namespace PetitionMesh.Journal.Ledger;

/// <content>Monthly screenings of lawsuits (S2).</content>
public partial interface IFigures
{
    /// <summary>What units have told, by month and unit; whoever has not is not among them.</summary>
    /// <param name="from">First day of a month, as <paramref name="to"/>; both are included.</param>
    Task<ImmutableArray<LawsuitScreeningLine>> LawsuitScreeningsAsync(DateOnly from, DateOnly to, CourtId? court);
}
