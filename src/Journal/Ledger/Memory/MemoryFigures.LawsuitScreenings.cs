using System.Collections.Immutable;
using PetitionMesh.Grains.City;

namespace PetitionMesh.Journal.Ledger.Memory;

/// <content>Monthly screenings of lawsuits (S2).</content>
internal sealed partial class MemoryFigures
{
    public Task<ImmutableArray<LawsuitScreeningLine>> LawsuitScreeningsAsync(DateOnly from, DateOnly to, CourtId? court) =>
        AskAsync<ImmutableArray<LawsuitScreeningLine>>(rows =>
        [
            .. rows.LawsuitScreenings.Rows.Where(r => from <= r.Month && r.Month <= to && (court is null || r.Court == court.Value.Value))
                .OrderBy(r => r.Month).ThenBy(r => r.Unit, StringComparer.Ordinal).Select(LawsuitScreeningReading.Line),
        ]);
}
