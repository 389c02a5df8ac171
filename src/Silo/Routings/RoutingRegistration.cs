using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PetitionMesh.Journal;
using PetitionMesh.Silo.Settings;

namespace PetitionMesh.Silo.Routings;

/// <summary>What routing slips need in a process: their limits.</summary>
internal static class RoutingRegistration
{
    public static void AddRoutings(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<RoutingOptions>()
            .WithOwn(configuration.GetSection($"{RoutingOptions.Section}:{nameof(RoutingOptions.LimitsOf)}"), options => options.LimitsOf)
            .Checked(options => options.Problem());
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<RoutingOptions>>().Value.ToTerms());
    }
}
