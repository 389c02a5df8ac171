using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace PetitionMesh.Silo.Reporting;

/// <summary>What daily reports need in a process: when they are due.</summary>
internal static class ReportingRegistration
{
    public static void AddReporting(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ReportingOptions>()
            .Bind(configuration.GetSection(ReportingOptions.Section))
            .Validate(
                options => options.CutOffOf.Values.Append(options.CutOff).All(time => time <= ReportingOptions.Latest),
                "Reporting: daily reports are due by 17:30 at the latest (J11).")
            .ValidateOnStart();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<ReportingOptions>>().Value.ToTerms());
    }
}
