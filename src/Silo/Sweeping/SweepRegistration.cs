using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PetitionMesh.Grains.Sweeping;
using PetitionMesh.Silo.Rosters;
using PetitionMesh.Silo.Succession;
using PetitionMesh.Silo.Summonses;

namespace PetitionMesh.Silo.Sweeping;

/// <summary>What becomes due by the clock: one line per kind.</summary>
internal static class SweepRegistration
{
    public static void AddSweeps(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SweepOptions>().Bind(configuration.GetSection(SweepOptions.Section));
        services.AddOptions<SummonsOptions>().Bind(configuration.GetSection(SummonsOptions.Section));
        services.AddSingleton<IValidateOptions<SweepOptions>>(new Check<SweepOptions>(o => o.Problem()));
        services.AddSingleton<IValidateOptions<SummonsOptions>>(new Check<SummonsOptions>(o => o.Problem()));
        services.AddSingleton(p => p.GetRequiredService<IOptions<SweepOptions>>().Value);
        services.AddSingleton(p => p.GetRequiredService<IOptions<SummonsOptions>>().Value);
        services.AddSingleton<OwnerlessCases>();
        services.AddSingleton<ISweep, SummonsSweep>();
        services.AddSingleton<ISweep, OwnerlessSweep>();
        services.AddSingleton<ISweep, ReceptionDaySweep>();
        services.AddHostedService<Sweeps>();
    }

    private sealed class Check<T>(Func<T, string?> problem) : IValidateOptions<T>
        where T : class
    {
        public ValidateOptionsResult Validate(string? name, T options) =>
            problem(options) is { } sentence ? ValidateOptionsResult.Fail(sentence) : ValidateOptionsResult.Success;
    }
}
