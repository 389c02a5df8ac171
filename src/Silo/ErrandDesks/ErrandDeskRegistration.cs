using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PetitionMesh.Journal;
using PetitionMesh.Silo.Settings;

namespace PetitionMesh.Silo.ErrandDesks;

/// <summary>What stuck-errand desks need in a process: the limit of a check.</summary>
internal static class ErrandDeskRegistration
{
    public static void AddErrandDesks(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ErrandDeskOptions>()
            .WithOwn(configuration.GetSection($"{ErrandDeskOptions.Section}:{nameof(ErrandDeskOptions.LimitsOf)}"), options => options.LimitsOf)
            .Checked(options => options.Problem());
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<ErrandDeskOptions>>().Value.ToTerms());
    }
}
