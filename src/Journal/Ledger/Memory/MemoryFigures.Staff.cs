using System.Collections.Immutable;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.ErrandDesks;
using PetitionMesh.Grains.OnSiteChecks;
using PetitionMesh.Grains.Routings;

namespace PetitionMesh.Journal.Ledger.Memory;

/// <content>Staff reviews (Y7).</content>
internal sealed partial class MemoryFigures
{
    public Task<ImmutableArray<RequestsOfPerson>> RequestsByPersonAsync(DateOnly from, DateOnly to, CourtId? court, DateOnly today) =>
        AskAsync<ImmutableArray<RequestsOfPerson>>(rows =>
        [
            .. FirstRequests(rows, from, to, court)
                .GroupBy(r => (Court: r.Court!, Responsible: r.Responsible!))
                .OrderBy(g => g.Key.Court, StringComparer.Ordinal).ThenBy(g => g.Key.Responsible, StringComparer.Ordinal)
                .Select(g => new RequestsOfPerson(
                    new(g.Key.Court), g.Key.Responsible.Length > 0 ? g.Key.Responsible : null, g.LongCount(), g.LongCount(r => r.Handling == "onTheSpot"),
                    g.LongCount(r => r.DoneOn <= r.DueOn), g.LongCount(r => r.DoneOn > r.DueOn), g.LongCount(r => r.Status == "entered"), g.LongCount(r => r.Status == "open"),
                    g.LongCount(r => r.Status == "open" && r.DueOn < today), g.LongCount(r => r.DoneOn is not null && r.DueOn is null && r.Handling != "onTheSpot"))),
        ]);

    public Task<ImmutableArray<RoutingsOfReceiver>> RoutingsByReceiverAsync(DateOnly from, DateOnly to, CourtId? court) =>
        AskAsync<ImmutableArray<RoutingsOfReceiver>>(rows =>
        [
            .. Routings(rows, from, to, court)
                .Where(l => l.Status != RoutingStatus.Withdrawn && l.Related is not null)
                .GroupBy(l => (l.Court, l.Receiver!.Division, l.Receiver.Name))
                .OrderBy(g => g.Key.Court.Value, StringComparer.Ordinal).ThenBy(g => g.Key.Division, StringComparer.Ordinal).ThenBy(g => g.Key.Name, StringComparer.Ordinal)
                .Select(g => new RoutingsOfReceiver(
                    g.Key.Court, g.Key.Division, g.Key.Name, g.LongCount(l => l.Kind == RoutingKind.FirstTrial), g.LongCount(l => l.Kind == RoutingKind.FirstEnforcement),
                    g.LongCount(l => l.Status == RoutingStatus.Disputed), g.LongCount(l => l.EnforcedFen is not null), g.Sum(l => l.EnforcedFen ?? 0))),
        ]);

    public Task<ImmutableArray<ComplaintsOfOfficer>> ComplaintsByOfficerAsync(DateOnly from, DateOnly to, CourtId? court) =>
        AskAsync<ImmutableArray<ComplaintsOfOfficer>>(rows =>
        [
            .. Complaints(rows, from, to, court)
                .GroupBy(l => (l.Court, l.Officer))
                .OrderBy(g => g.Key.Court.Value, StringComparer.Ordinal).ThenBy(g => g.Key.Officer, StringComparer.Ordinal)
                .Select(g => new ComplaintsOfOfficer(g.Key.Court, g.Key.Officer, g.LongCount(), g.LongCount(l => l.Division is not null), g.LongCount(l => l.AnsweredOn is not null))),
        ]);

    public Task<ImmutableArray<ComplaintsOfDivision>> ComplaintsByDivisionAsync(DateOnly from, DateOnly to, CourtId? court, DateOnly today) =>
        AskAsync<ImmutableArray<ComplaintsOfDivision>>(rows =>
        [
            .. Complaints(rows, from, to, court)
                .Where(l => l.Division is not null)
                .GroupBy(l => (l.Court, Division: l.Division!))
                .OrderBy(g => g.Key.Court.Value, StringComparer.Ordinal).ThenBy(g => g.Key.Division, StringComparer.Ordinal)
                .Select(g => new ComplaintsOfDivision(
                    g.Key.Court, g.Key.Division, g.LongCount(), g.LongCount(l => l.Late == false), g.LongCount(l => l.Late == true), g.LongCount(l => l.CheckedOn is null && l.DueOn < today),
                    g.LongCount(l => l.Outcome is CheckOutcome.Founded or CheckOutcome.PartlyFounded))),
        ]);

    public Task<ImmutableArray<ChecksOfDivision>> OnSiteChecksByDivisionAsync(DateOnly from, DateOnly to, CourtId? court, DateOnly today) =>
        AskAsync<ImmutableArray<ChecksOfDivision>>(rows =>
        [
            .. OnSiteChecks(rows, from, to, court)
                .GroupBy(l => (l.Court, l.Division))
                .OrderBy(g => g.Key.Court.Value, StringComparer.Ordinal).ThenBy(g => g.Key.Division ?? "", StringComparer.Ordinal)
                .Select(g => new ChecksOfDivision(
                    g.Key.Court, g.Key.Division, g.LongCount(), g.LongCount(l => l.Inspecting != l.Court), g.Sum(l => (long)l.Sampled), g.Sum(l => (long)l.Agreeing),
                    g.Sum(l => (long)l.Found.Sum()), g.LongCount(l => l.Late == false), g.LongCount(l => l.Late == true), g.LongCount(l => l.Status == OnSiteCheckStatus.Open),
                    g.LongCount(l => l.IsOverdue(today)))),
        ]);
}
