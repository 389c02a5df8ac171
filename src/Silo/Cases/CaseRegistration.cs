using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.City;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Silo.Cases;

/// <summary>What work on cases needs in a process: the limits, and the sweep of clocks.</summary>
internal static class CaseRegistration
{
    public static void AddCases(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<CaseOptions>()
            .Bind(configuration.GetSection(CaseOptions.Section))
            .Validate(options => options.IsValid(), "Cases: a court's own limit is at least 1 and at most the rule's (J5, G1, G2); SweepEvery is above zero.")
            .ValidateOnStart();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<CaseOptions>>().Value.ToTerms(provider.GetRequiredService<WorkingCalendar>()));
        services.AddSingleton<IDueCases>(provider => provider.GetRequiredService<ILedger>());
        services.AddHostedService<ClockSweep>();
    }
}
