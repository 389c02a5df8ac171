using System.Globalization;
using PetitionMesh.Cluster.Load;
using PetitionMesh.Tests;

namespace PetitionMesh.Cluster.Running;

/// <summary>A store, a gateway on it and the courts that call it; leaves nothing behind.</summary>
internal sealed class Workplace : IAsyncDisposable
{
    /// <summary>
    /// The promise: serving again without help after 10 s. It is made for a machine that has a core to give; where others keep
    /// every core busy several times over, the tests grant what those take away and print it with their figures.
    /// </summary>
    public static TimeSpan Promised => TimeSpan.FromSeconds(10 * Math.Clamp(LoadPerCore / 2, 1, 6));

    /// <summary>Runnable processes per core in the last minute; 0 where nobody counts them.</summary>
    public static double LoadPerCore => File.Exists("/proc/loadavg")
        ? double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture) / Environment.ProcessorCount
        : 0;

    /// <summary>A first start has no promise but the minute of a fresh clone.</summary>
    private static readonly TimeSpan FirstStart = TimeSpan.FromSeconds(60);

    private readonly bool _ownsDirectory;

    private Workplace(StoreUnderTest store, bool ownsDirectory)
    {
        Store = store;
        _ownsDirectory = ownsDirectory;
        Port = FreePort.Take();
        Gateway = GatewayProcess.Start(store, Port);
    }

    public StoreUnderTest Store { get; }

    public int Port { get; }

    public GatewayProcess Gateway { get; private set; }

    public Courts Courts { get; private set; } = null!;

    public static Task<Workplace> OnSqliteAsync() => OnAsync(new StoreUnderTest.Sqlite(NewDirectory()), ownsDirectory: true);

    public static async Task<Workplace> OnPostgresAsync(PostgresServer postgres)
    {
        var database = await postgres.CreateDatabaseAsync();
        return await OnAsync(new StoreUnderTest.Postgres(NewDirectory(), database), ownsDirectory: true);
    }

    public static Task<Workplace> OnPostgresAsync(PostgresCluster cluster) =>
        OnAsync(new StoreUnderTest.Postgres(NewDirectory(), cluster.ConnectionString), ownsDirectory: true);

    /// <summary>Does the same work on SQLite as <see cref="OnPostgresAsync(PostgresServer, Func{Workplace, Task})"/> on PostgreSQL.</summary>
    public static async Task OnSqliteAsync(Func<Workplace, Task> work)
    {
        await using var workplace = await OnSqliteAsync();
        await work(workplace);
    }

    /// <summary>Skips the test by name when there is no PostgreSQL.</summary>
    public static async Task OnPostgresAsync(PostgresServer postgres, Func<Workplace, Task> work)
    {
        postgres.SkipIfUnavailable();
        await using var workplace = await OnPostgresAsync(postgres);
        await work(workplace);
    }

    public static async Task<Workplace> OnAsync(StoreUnderTest store, bool ownsDirectory)
    {
        var workplace = new Workplace(store, ownsDirectory);
        try
        {
            using var http = new HttpClient();
            await workplace.Gateway.ReadyAsync(http, FirstStart);
            workplace.Courts = await Courts.AtAsync(workplace.Gateway.Address);
            return workplace;
        }
        catch
        {
            await workplace.DisposeAsync();
            throw;
        }
    }

    public static string NewDirectory() => Directory.CreateTempSubdirectory("pm-cluster-").FullName;

    /// <summary>Starts a new process in the place of the dead one.</summary>
    public async Task StartAgainAsync()
    {
        await Gateway.DisposeAsync();
        Gateway = GatewayProcess.Start(Store, Port);
    }

    public async ValueTask DisposeAsync()
    {
        Courts?.Dispose();
        await Gateway.DisposeAsync();
        if (_ownsDirectory)
            Directory.Delete(Store.Directory, recursive: true);
    }
}
