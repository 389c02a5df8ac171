using System.Collections.Immutable;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;

namespace PetitionMesh.Journal.Ledger;

/// <content>What the weekly meeting follows up (S1).</content>
internal sealed partial class SqlFigures
{
    public IVacancies Vacancies => _ledger;

    public Task<ImmutableArray<FollowUpLine>> FollowUpsAsync(DateOnly from, DateOnly until, CourtId? court, int limit) =>
        AllAsync("list_follow_ups", [Parameter.Text(court?.Value), Parameter.Day(from), Parameter.Day(until), Parameter.Int(limit)], FollowUpReading.Limit);

    public Task<ImmutableArray<UnansweredLine>> UnansweredAsync(CourtId place, int limit) =>
        AllAsync(
            "list_unanswered",
            [
                Parameter.Text(DutyProjection.Watch(place, SummonsStatus.Escalated)), Parameter.Text(DutyProjection.Watch(place, SummonsStatus.Missed)), Parameter.Int(limit),
            ],
            FollowUpReading.Unanswered);
}
