using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Journaling.Snapshots;
using PetitionMesh.Grains.Privacy;
using PetitionMesh.Grains.Sweeping;
using PetitionMesh.Journal;
using PetitionMesh.Silo.Settings;

namespace PetitionMesh.Silo.Cases;

/// <summary>What work on cases needs in a process: the limits, and the sweep of clocks.</summary>
internal static class CaseRegistration
{
    public static void AddCases(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<CaseOptions>()
            .WithOwn(configuration.GetSection($"{CaseOptions.Section}:{nameof(CaseOptions.LimitsOf)}"), options => options.LimitsOf)
            .Checked(options => options.Problem());
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<CaseOptions>>().Value.ToTerms(provider.GetRequiredService<WorkingCalendar>()));
        services.AddSingleton(provider => new StreamSnapshots<CaseState>(
            provider.GetRequiredService<ISnapshots>(), provider.GetRequiredService<Keyring>(), SnapshotTerms.Ordinary, CaseStateJson.Default.CaseState,
            provider.GetRequiredService<ILogger<CaseGrain>>()));
        services.AddSingleton<ISweep, ClockSweep>();
    }
}
