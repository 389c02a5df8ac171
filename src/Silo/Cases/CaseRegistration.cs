using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Journaling.Snapshots;
using PetitionMesh.Grains.Privacy;
using PetitionMesh.Grains.Sweeping;

namespace PetitionMesh.Silo.Cases;

/// <summary>What work on cases needs in a process: the limits, and the sweep of clocks.</summary>
internal static class CaseRegistration
{
    public static void AddCases(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<CaseOptions>()
            .Bind(configuration.GetSection(CaseOptions.Section))
            .Validate(options => options.Problem() is null, "配置 Cases:LimitsOf 中的期限名称应为规则所列，天数至少为 1，且不得宽于规则本身的期限。")
            .ValidateOnStart();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<CaseOptions>>().Value.ToTerms(provider.GetRequiredService<WorkingCalendar>()));
        services.AddSingleton(provider => new StreamSnapshots<CaseState>(
            provider.GetRequiredService<ISnapshots>(), provider.GetRequiredService<Keyring>(), SnapshotTerms.Ordinary, CaseStateJson.Default.CaseState,
            provider.GetRequiredService<ILogger<CaseGrain>>()));
        services.AddSingleton<ISweep, ClockSweep>();
    }
}
