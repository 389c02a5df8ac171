using Microsoft.Extensions.DependencyInjection;
using Orleans;

namespace PetitionMesh.Embedded;

/// <summary>Puts the embedded host among an application's services.</summary>
public static class EmbeddedGrainHostServices
{
    /// <summary>
    /// Adds the host as <see cref="IGrainFactory"/>, <see cref="IClusterClient"/> and hosted service. Its clock is the
    /// registered <see cref="TimeProvider"/> unless <paramref name="configure"/> names another.
    /// </summary>
    public static IServiceCollection AddEmbeddedGrainHost(this IServiceCollection services, Action<EmbeddedHostOptions>? configure = null)
    {
        services.AddSingleton(provider =>
        {
            var options = new EmbeddedHostOptions { Time = provider.GetService<TimeProvider>() ?? TimeProvider.System };
            configure?.Invoke(options);
            return new EmbeddedHost(provider, options);
        });
        services.AddSingleton<IClusterClient>(provider => provider.GetRequiredService<EmbeddedHost>());
        services.AddSingleton<IGrainFactory>(provider => provider.GetRequiredService<EmbeddedHost>());
        services.AddHostedService(provider => provider.GetRequiredService<EmbeddedHost>());
        return services;
    }
}
