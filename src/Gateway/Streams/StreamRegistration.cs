using Microsoft.Extensions.Options;
using PetitionMesh.Journal;

namespace PetitionMesh.Gateway.Streams;

/// <summary>What live pages need.</summary>
internal static class StreamRegistration
{
    public static void AddStreams(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<StreamOptions>().BindConfiguration(StreamOptions.Section).Checked(o => o.Problem());
        builder.Services.AddSingleton(s => s.GetRequiredService<IOptions<StreamOptions>>().Value);
        builder.Services.AddSingleton<EventStreams>();
    }
}
