using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PetitionMesh.Grains.Sweeping;
using PetitionMesh.Journal;
using PetitionMesh.Silo.Rosters;
using PetitionMesh.Silo.Settings;
using PetitionMesh.Silo.Succession;
using PetitionMesh.Silo.Summonses;

namespace PetitionMesh.Silo.Sweeping;

/// <summary>What becomes due by the clock: one line per kind.</summary>
internal static class SweepRegistration
{
    public static void AddSweeps(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SweepOptions>().Bind(configuration.GetSection(SweepOptions.Section)).Checked(options => options.Problem());
        services.AddOptions<SummonsOptions>()
            .Bind(configuration.GetSection(SummonsOptions.Section))
            .WithOwn(configuration.GetSection($"{SummonsOptions.Section}:{nameof(SummonsOptions.AnswerMinutesOf)}"), options => options.AnswerMinutesOf)
            .Checked(options => options.Problem());
        services.AddSingleton(p => p.GetRequiredService<IOptions<SweepOptions>>().Value);
        services.AddSingleton(p => p.GetRequiredService<IOptions<SummonsOptions>>().Value);
        services.AddSingleton<OwnerlessCases>();
        services.AddSingleton<ISweep, SummonsSweep>();
        services.AddSingleton<ISweep, OwnerlessSweep>();
        services.AddSingleton<ISweep, ReceptionDaySweep>();
        services.AddHostedService<Sweeps>();
    }
}
