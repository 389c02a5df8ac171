using System.Collections.Immutable;
using System.Data;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.OnSiteChecks;

namespace PetitionMesh.Journal.Ledger;

/// <content>On-site checks (Y5).</content>
internal sealed partial class SqlFigures
{
    public Task<ImmutableArray<OnSiteCheckLine>> OnSiteChecksAsync(OnSiteCheckFilter filter) =>
        AllAsync(
            "list_on_site_checks",
            [
                Parameter.Text(filter.Court?.Value), Parameter.Text(filter.Seen?.Value), Parameter.Day(filter.From), Parameter.Day(filter.To),
                Parameter.Text(filter.Status is { } status ? Word<OnSiteCheckStatus>.Of(status) : null), new Parameter(filter.Overdue ? filter.Today : null, DbType.Date),
                Parameter.Long(filter.Before), Parameter.Int(filter.Limit),
            ],
            OnSiteCheckReading.Line);

    public Task<ImmutableArray<OnSiteCheckCount>> CountOnSiteChecksAsync(DateOnly from, DateOnly to, CourtId? court, DateOnly today) =>
        AllAsync("count_on_site_checks", [Parameter.Text(court?.Value), Parameter.Day(from), Parameter.Day(to), Parameter.Day(today)], OnSiteCheckReading.Count);
}
