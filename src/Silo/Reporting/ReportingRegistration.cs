using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PetitionMesh.Journal;
using PetitionMesh.Silo.Settings;

namespace PetitionMesh.Silo.Reporting;

/// <summary>What daily reports need in a process: when they are due.</summary>
internal static class ReportingRegistration
{
    public static void AddReporting(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ReportingOptions>()
            .Bind(configuration.GetSection(ReportingOptions.Section))
            .WithOwn(configuration.GetSection($"{ReportingOptions.Section}:{nameof(ReportingOptions.CutOffOf)}"), options => options.CutOffOf)
            .Checked(options => options.Problem());
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<ReportingOptions>>().Value.ToTerms());
    }
}
