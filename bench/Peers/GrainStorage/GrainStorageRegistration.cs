using System.Net;
using System.Net.Sockets;
using Npgsql;
using Orleans.Hosting;
using Orleans.Serialization;
using Orleans.Storage;
using PetitionMesh.Peers.Contract;
using PetitionMesh.Peers.Sql;
using PetitionMesh.Silo.Cluster;

namespace PetitionMesh.Peers.GrainStorage;

/// <summary>Composition of peer (e): one silo in this process, as the gateway co-hosts it.</summary>
internal static class GrainStorageRegistration
{
    public static void AddGrainStorageDesk(this WebApplicationBuilder builder)
    {
        var database = NpgsqlRegistration.Tuned(builder.Configuration).ConnectionString;
        builder.Services.AddSingleton(NpgsqlDataSource.Create(database));
        builder.Services.AddLookupRecord();
        builder.Services.AddHostedService(provider => new OrleansTables(database, migrate: true, provider.GetRequiredService<ILogger<OrleansTables>>()));
        builder.Services.AddOrleans(silo =>
        {
            silo.UseLocalhostClustering(FreePort(), FreePort());
            silo.AddAdoNetGrainStorageAsDefault(options => options.Configure<Serializer>((storage, serializer) =>
            {
                (storage.Invariant, storage.ConnectionString) = ("Npgsql", database);
                storage.GrainStorageSerializer = new OrleansGrainStorageSerializer(serializer); // Faster than the JSON it starts with.
            }));
        });
        builder.Services.AddSingleton<GrainStorageDesk>();
        builder.Services.AddSingleton<IReceptionDesk>(provider => provider.GetRequiredService<GrainStorageDesk>());
    }

    public static void MapCounted(this WebApplication app) =>
        app.MapGet("/counted", async (GrainStorageDesk desk) => TypedResults.Ok(await desk.CountedAsync().ConfigureAwait(false)));

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
