using Microsoft.Extensions.Options;
using PetitionMesh.Journal;

namespace PetitionMesh.Gateway.Settings;

/// <summary>The gateway's own settings; what belongs to journal, city and grains is registered with them.</summary>
internal static class SettingsRegistration
{
    public static void AddSettings(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(s => DataDirectory.Of(s.GetRequiredService<IConfiguration>()));
        builder.Services.AddOptions<LimitsOptions>().BindConfiguration(LimitsOptions.Section).Checked(o => o.Problem());
        builder.Services.AddSingleton(s => s.GetRequiredService<IOptions<LimitsOptions>>().Value);
    }
}
