using PetitionMesh.Gateway.Settings;
using PetitionMesh.Journal;

namespace PetitionMesh.Gateway.Auth;

/// <summary>Registers who is believed and who may do what.</summary>
internal static class AuthRegistration
{
    public static void AddTokens(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<AuthOptions>().BindConfiguration(AuthOptions.Section);
        if (builder.Environment.IsDevelopment())
        {
            services.AddSingleton(s => new DevelopmentTrust(s.GetRequiredService<DataDirectory>().Path, s.GetRequiredService<TimeProvider>()));
            services.AddSingleton<ITokenTrust>(s => s.GetRequiredService<DevelopmentTrust>());
        }
        else
        {
            services.AddOptions<AuthOptions>().Checked(o => o.Problem());
            services.AddSingleton<ITokenTrust, OpenIdTrust>();
        }
        services.AddSingleton<TokenCache>();
        services.AddSingleton<TokenCheck>();
        // The gate reads the endpoints' policies; the framework would look for its own middleware.
        services.Configure<RouteOptions>(o => o.SuppressCheckForUnhandledSecurityMetadata = true);
    }
}
