using System.Collections.Immutable;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Routings;

namespace PetitionMesh.Journal.Ledger;

/// <content>Routing slips (Y2, Y3).</content>
internal sealed partial class SqlFigures
{
    public Task<ImmutableArray<RoutingLine>> RoutingsAsync(RoutingFilter filter) =>
        AllAsync(
            "list_routings",
            [
                Parameter.Text(filter.Court?.Value), Parameter.Day(filter.From), Parameter.Day(filter.To),
                Parameter.Text(filter.Kind is { } kind ? Word<RoutingKind>.Of(kind) : null),
                Parameter.Text(filter.Status is { } status ? Word<RoutingStatus>.Of(status) : null),
                Parameter.Text(filter.Due is { } due ? Word<ClockState>.Of(due) : null),
                Parameter.Day(filter.Today), Parameter.Day(filter.Today.AddDays(WatchedClock.SoonDays)), Parameter.Long(filter.Before), Parameter.Int(filter.Limit),
            ],
            RoutingReading.Line);

    public Task<ImmutableArray<RoutingLine>> RoutingsOfAsync(CourtId court, CaseNumber number, int limit) =>
        AllAsync("find_routings_by_number", [Parameter.Text(court.Value), Parameter.Text(number.Value), Parameter.Int(limit)], RoutingReading.Line);

    public Task<ImmutableArray<RoutingCount>> CountRoutingsAsync(DateOnly from, DateOnly to, CourtId? court, DateOnly today) =>
        AllAsync("count_routings", [Parameter.Text(court?.Value), Parameter.Day(from), Parameter.Day(to), Parameter.Day(today)], RoutingReading.Count);
}
