using System.Collections.Immutable;
using PetitionMesh.Grains.City;

namespace PetitionMesh.Journal.Ledger;

/// <content>Staff reviews (Y7).</content>
internal sealed partial class SqlFigures
{
    public Task<ImmutableArray<RequestsOfPerson>> RequestsByPersonAsync(DateOnly from, DateOnly to, CourtId? court, DateOnly today) =>
        AllAsync(
            "count_requests_by_person",
            [Parameter.Text(court?.Value), Parameter.Day(from), Parameter.Day(to), Parameter.Day(today)],
            static r => new RequestsOfPerson(
                new CourtId(r.GetString(0)), r.GetString(1) is { Length: > 0 } name ? name : null, r.GetInt64(2), r.GetInt64(3), r.GetInt64(4), r.GetInt64(5), r.GetInt64(6), r.GetInt64(7),
                r.GetInt64(8), r.GetInt64(9)));

    public Task<ImmutableArray<RoutingsOfReceiver>> RoutingsByReceiverAsync(DateOnly from, DateOnly to, CourtId? court) =>
        AllAsync(
            "count_routings_by_receiver",
            [Parameter.Text(court?.Value), Parameter.Day(from), Parameter.Day(to)],
            static r => new RoutingsOfReceiver(
                new CourtId(r.GetString(0)), r.GetString(1), r.GetString(2), r.GetInt64(3), r.GetInt64(4), r.GetInt64(5), r.GetInt64(6), r.GetInt64(7)));

    public Task<ImmutableArray<ComplaintsOfOfficer>> ComplaintsByOfficerAsync(DateOnly from, DateOnly to, CourtId? court) =>
        AllAsync(
            "count_complaints_by_officer",
            [Parameter.Text(court?.Value), Parameter.Day(from), Parameter.Day(to)],
            static r => new ComplaintsOfOfficer(new CourtId(r.GetString(0)), r.GetString(1), r.GetInt64(2), r.GetInt64(3), r.GetInt64(4)));

    public Task<ImmutableArray<ComplaintsOfDivision>> ComplaintsByDivisionAsync(DateOnly from, DateOnly to, CourtId? court, DateOnly today) =>
        AllAsync(
            "count_complaints_by_division",
            [Parameter.Text(court?.Value), Parameter.Day(from), Parameter.Day(to), Parameter.Day(today)],
            static r => new ComplaintsOfDivision(new CourtId(r.GetString(0)), r.GetString(1), r.GetInt64(2), r.GetInt64(3), r.GetInt64(4), r.GetInt64(5), r.GetInt64(6)));

    public Task<ImmutableArray<ChecksOfDivision>> OnSiteChecksByDivisionAsync(DateOnly from, DateOnly to, CourtId? court, DateOnly today) =>
        AllAsync(
            "count_on_site_checks_by_division",
            [Parameter.Text(court?.Value), Parameter.Day(from), Parameter.Day(to), Parameter.Day(today)],
            static r => new ChecksOfDivision(
                new CourtId(r.GetString(0)), r.GetString(1) is { Length: > 0 } division ? division : null, r.GetInt64(2), r.GetInt64(3), r.GetInt64(4), r.GetInt64(5), r.GetInt64(6),
                r.GetInt64(7), r.GetInt64(8), r.GetInt64(9), r.GetInt64(10)));
}
