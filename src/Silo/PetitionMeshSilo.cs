using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Privacy;
using PetitionMesh.Journal;
using PetitionMesh.Silo.Cases;
using PetitionMesh.Silo.City;
using PetitionMesh.Silo.ErrandDesks;
using PetitionMesh.Silo.Hosting;
using PetitionMesh.Silo.Keys;
using PetitionMesh.Silo.News;
using PetitionMesh.Silo.Reporting;
using PetitionMesh.Silo.Rosters;
using PetitionMesh.Silo.Routings;
using PetitionMesh.Silo.Settings;
using PetitionMesh.Silo.Sweeping;

namespace PetitionMesh.Silo;

/// <summary>Puts a grain host together: journal, keys, city, grains. The one place that knows which host and which store.</summary>
public static class PetitionMeshSilo
{
    public static IServiceCollection AddPetitionMesh(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(_ => KeyOpening.Open(KeyPath(configuration), environment.IsDevelopment()));
        services.AddSingleton(provider => new Keyring(provider.GetRequiredService<KeyFile>(), RandomNumberGenerator.Fill));
        services.AddSingleton<Vault>();
        services.AddJournal(configuration);
        services.AddSingleton<IJournalNews, ErasureNews>();
        services.AddSingleton<CityDirectory>();
        services.AddSingleton<ICityDirectory>(provider => provider.GetRequiredService<CityDirectory>());
        // Hosted services start in this order: what grains need to know comes before the host that lets them be called.
        services.AddHostedService<CityReading>();
        services.AddRosters(configuration);
        services.AddHostedService<JournalFollower>();
        services.AddGrainHost(configuration);
        services.AddOptions<CityOptions>().Bind(configuration.GetSection(CityOptions.Section)).Checked(options => options.Problem());
        services.AddHostedService<CityStart>();
        services.AddHostedService<KnownOwners>();
        services.AddSweeps(configuration);
        services.AddCases(configuration);
        services.AddRoutings(configuration);
        services.AddErrandDesks(configuration);
        services.AddReporting(configuration);
        return services;
    }

    /// <summary>The key file in force: <c>Keys:File</c>, default <c>keys.json</c> in the data directory.</summary>
    public static string KeyPath(IConfiguration configuration) => configuration["Keys:File"] is { Length: > 0 } named
        ? named
        : Path.Combine(configuration["Data:Directory"] is { Length: > 0 } directory ? directory : "data", "keys.json");
}
