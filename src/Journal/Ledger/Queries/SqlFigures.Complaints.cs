using System.Collections.Immutable;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.ErrandDesks;

namespace PetitionMesh.Journal.Ledger;

/// <content>Stuck-errand desks and the complaints there (Y6).</content>
internal sealed partial class SqlFigures
{
    public Task<ImmutableArray<ErrandDeskLine>> ErrandDesksAsync(CourtId? court) => AllAsync("list_errand_desks", [Parameter.Text(court?.Value)], ComplaintReading.Desk);

    public Task<ImmutableArray<ComplaintLine>> ComplaintsAsync(ComplaintFilter filter) =>
        AllAsync(
            "list_complaints",
            [
                Parameter.Text(filter.Court?.Value), Parameter.Day(filter.From), Parameter.Day(filter.To),
                Parameter.Id(filter.Desk?.Guid),
                Parameter.Text(filter.Status is { } status ? Word<ComplaintStatus>.Of(status) : null),
                Parameter.Text(filter.Due is { } due ? Word<ClockState>.Of(due) : null),
                Parameter.Day(filter.Today), Parameter.Day(filter.Today.AddDays(WatchedClock.SoonDays)), Parameter.Long(filter.Before), Parameter.Int(filter.Limit),
            ],
            ComplaintReading.Line);

    public Task<ImmutableArray<ComplaintCount>> CountComplaintsAsync(DateOnly from, DateOnly to, CourtId? court, DateOnly today) =>
        AllAsync("count_complaints", [Parameter.Text(court?.Value), Parameter.Day(from), Parameter.Day(to), Parameter.Day(today)], ComplaintReading.Count);
}
