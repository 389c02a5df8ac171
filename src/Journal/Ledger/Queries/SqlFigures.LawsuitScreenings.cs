using System.Collections.Immutable;
using PetitionMesh.Grains.City;

namespace PetitionMesh.Journal.Ledger;

/// <content>Monthly screenings of lawsuits (S2).</content>
internal sealed partial class SqlFigures
{
    public Task<ImmutableArray<LawsuitScreeningLine>> LawsuitScreeningsAsync(DateOnly from, DateOnly to, CourtId? court) =>
        AllAsync("list_lawsuit_screenings", [Parameter.Text(court?.Value), Parameter.Day(from), Parameter.Day(to)], LawsuitScreeningReading.Line);
}
