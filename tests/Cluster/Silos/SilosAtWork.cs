using System.Globalization;
using PetitionMesh.Cluster.Load;
using PetitionMesh.Cluster.Running;
using PetitionMesh.Tests;

namespace PetitionMesh.Cluster.Silos;

/// <summary>Three silos and a gateway, each a process with a data directory of its own, on one PostgreSQL and with one key file.</summary>
internal sealed class SilosAtWork : IAsyncDisposable
{
    public const int Count = 3;

    /// <summary>A first start makes tables, keys and city; three runtimes compile themselves on two cores.</summary>
    private static readonly TimeSpan s_firstStart = TimeSpan.FromMinutes(4);

    private readonly string _directory;
    private readonly string _database;
    private readonly Place[] _places;
    private readonly Uri _address = new($"http://127.0.0.1:{FreePort.Take()}");
    private readonly GatewayProcess?[] _silos = new GatewayProcess?[Count];
    private GatewayProcess? _gateway;

    private SilosAtWork(string database, Place[] places)
    {
        _directory = Workplace.NewDirectory();
        _database = database;
        _places = places;
        Store = new StoreUnderTest.Postgres(DirectoryOf("gateway"), database);
    }

    /// <summary>The journal as the gateway sees it, with the heads that the gateway exports.</summary>
    public StoreUnderTest Store { get; }

    public Courts Courts { get; private set; } = null!;

    public IEnumerable<GatewayProcess> Silos => _silos.OfType<GatewayProcess>();

    public string Said => string.Join(Environment.NewLine, Silos.Append(_gateway!).Select(p => $"--- {p.Address}{Environment.NewLine}{p.Said}"));

    /// <summary>What any of the processes logged as a defect; empty when none did.</summary>
    public string Defects => string.Join(Environment.NewLine, Silos.Append(_gateway!).SelectMany(p => p.Defects));

    public static Task<SilosAtWork> StartAsync(PostgresCluster postgres) =>
        StartAsync(postgres.ConnectionString, [.. Enumerable.Range(0, Count).Select(_ => Place.OnLoopback())]);

    public static async Task<SilosAtWork> StartAsync(string database, Place[] places)
    {
        var cluster = new SilosAtWork(database, places);
        try
        {
            using var http = new HttpClient();
            for (var silo = 0; silo < Count; silo++)
                await cluster.StartSilo(silo).ReadyAsync(http, s_firstStart);
            cluster._gateway = GatewayProcess.Start(cluster.Store, cluster._address, network: null, cluster.Settings("Client"));
            await cluster._gateway.ReadyAsync(http, s_firstStart);
            cluster.Courts = await Courts.AtAsync(cluster._address);
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts a silo in its place, where its predecessor may have died a moment ago.</summary>
    public GatewayProcess StartSilo(int silo)
    {
        var place = _places[silo];
        var settings = Settings("Silo");
        settings["Cluster__Address"] = place.Address;
        settings["Cluster__SiloPort"] = place.SiloPort.ToString(CultureInfo.InvariantCulture);
        settings["Cluster__GatewayPort"] = place.ClientsPort.ToString(CultureInfo.InvariantCulture);
        var process = GatewayProcess.Start(new StoreUnderTest.Postgres(DirectoryOf($"silo-{silo}"), place.Database ?? _database), place.Http, place.Network, settings);
        _silos[silo] = process;
        return process;
    }

    public GatewayProcess Silo(int silo) => _silos[silo] ?? throw new InvalidOperationException($"Silo {silo} was never started.");

    /// <summary>kill -9, and a new process at once, as a supervisor does.</summary>
    public async Task KillAndRestartAsync(int silo)
    {
        await Silo(silo).DisposeAsync();
        StartSilo(silo);
    }

    public async Task KillAllAsync() => await Task.WhenAll(Silos.Select(s => s.KillAsync()));

    public async ValueTask DisposeAsync()
    {
        Courts?.Dispose();
        foreach (var process in Silos.Append(_gateway).OfType<GatewayProcess>())
            await process.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    private Dictionary<string, string> Settings(string mode) => new()
    {
        ["Cluster__Mode"] = mode,
        ["Keys__File"] = Path.Combine(_directory, "keys.json"),
        ["Journal__SingleProcess"] = "false",
    };

    private string DirectoryOf(string process) => Directory.CreateDirectory(Path.Combine(_directory, process)).FullName;
}
