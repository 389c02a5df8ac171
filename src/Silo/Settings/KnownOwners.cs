using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.CourtDays;
using PetitionMesh.Silo.Cases;
using PetitionMesh.Silo.ErrandDesks;
using PetitionMesh.Silo.Reporting;
using PetitionMesh.Silo.Rosters;
using PetitionMesh.Silo.Routings;
using PetitionMesh.Silo.Summonses;

namespace PetitionMesh.Silo.Settings;

/// <summary>
/// Once the city is loaded: courts and units that have terms of their own must be there. A slip of the pen would otherwise leave the court that was meant
/// with the city's term, and nobody would notice.
/// </summary>
internal sealed class KnownOwners(
    ICityDirectory city, IOptions<SummonsOptions> summonses, IOptions<RosterOptions> rosters, IOptions<CaseOptions> cases, IOptions<ReportingOptions> reporting,
    IOptions<RoutingOptions> routings, IOptions<ErrandDeskOptions> desks) : IHostedService
{
    /// <exception cref="InvalidDataException">A setting names a court or unit that the city does not have.</exception>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var now = city.Current;
        Require($"{SummonsOptions.Section}:{nameof(SummonsOptions.AnswerMinutesOf)}", summonses.Value.AnswerMinutesOf.Keys, IsCourt);
        Require($"{RosterOptions.Section}:{nameof(RosterOptions.SwapNoticeHoursOf)}", rosters.Value.SwapNoticeHoursOf.Keys, IsCourt);
        Require($"{CaseOptions.Section}:{nameof(CaseOptions.LimitsOf)}", cases.Value.LimitsOf.Keys, owner => IsCourt(owner.Split(':')[0]));
        Require($"{RoutingOptions.Section}:{nameof(RoutingOptions.LimitsOf)}", routings.Value.LimitsOf.Keys, owner => IsCourt(owner.Split(':')[0]));
        Require($"{ErrandDeskOptions.Section}:{nameof(ErrandDeskOptions.LimitsOf)}", desks.Value.LimitsOf.Keys, owner => IsCourt(owner.Split(':')[0]));
        var units = ReportingUnits.Of(now).Select(u => u.Unit.Value).ToHashSet();
        Require($"{ReportingOptions.Section}:{nameof(ReportingOptions.CutOffOf)}", reporting.Value.CutOffOf.Keys, units.Contains);
        return Task.CompletedTask;

        bool IsCourt(string owner) => now.Court(new CourtId(owner)) is not null;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static void Require(string setting, IEnumerable<string> owners, Func<string, bool> isKnown)
    {
        if (owners.FirstOrDefault(o => !isKnown(o)) is { } unknown)
            throw new InvalidDataException($"配置 {setting}:{unknown} 所指的法院或报送单位不在城市资料中，请核对编号。");
    }
}
