using Microsoft.EntityFrameworkCore;
using Npgsql;
using PetitionMesh.Peers.Contract;
using PetitionMesh.Peers.Sql;

namespace PetitionMesh.Peers.EntityFramework;

/// <summary>Composition of peer (b): the same tuned connections as peer (a), contexts from a pool, no tracking by default.</summary>
internal static class EntityFrameworkRegistration
{
    public static void AddEntityFrameworkDesk(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(new CounterScope(configuration["Counter"] == "court-day-channel"));
        services.AddSingleton(NpgsqlDataSource.Create(NpgsqlRegistration.Tuned(configuration).ConnectionString));
        services.AddLookupRecord();
        services.AddPooledDbContextFactory<CourtContext>((provider, options) => options
            .UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>())
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
            .EnableThreadSafetyChecks(false));
        services.AddSingleton<IReceptionDesk, EntityFrameworkDesk>();
    }
}
