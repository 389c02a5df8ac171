namespace PetitionMesh.Tests;

/// <summary>
/// A private PostgreSQL cluster, with fsync on unless a test asks for less, in a temporary directory, on a loopback port. PostgreSQL refuses to run as root;
/// then the operating system's user <c>postgres</c> runs it.
/// </summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    private readonly string _programs;
    private readonly string _directory;
    private readonly int _port;
    private readonly bool _syncs;

    private PostgresCluster(string programs, string directory, int port, bool syncs)
    {
        _programs = programs;
        _directory = directory;
        _port = port;
        _syncs = syncs;
    }

    /// <summary>
    /// For the tests' own sessions, which are patient: on a machine busy with every suite at once, whose disk answers when it can, the
    /// server was once 5 s late to greet one. What is tested is the limits the product sets itself.
    /// </summary>
    public string ConnectionString => $"Host=127.0.0.1;Port={_port};Username=postgres;Database=postgres;Timeout=60;Command Timeout=60";

    /// <param name="data">Where the cluster lives; null for a temporary directory.</param>
    /// <param name="syncs">False where nothing is asked of the disk: what is written then survives every end of a process, though none of the machine.</param>
    /// <exception cref="PostgresMissingException">No server programs, or they do not run here.</exception>
    public static async Task<PostgresCluster> StartAsync(string? data = null, bool syncs = true)
    {
        var programs = await PostgresPrograms.FindAsync();
        var directory = data ?? Path.Combine(Path.GetTempPath(), $"pm-postgres-{Guid.NewGuid():N}");
        Directory.CreateDirectory(directory);
        var cluster = new PostgresCluster(programs, directory, FreePort.Take(), syncs);
        await cluster.CreateAsync();
        await cluster.StartAgainAsync();
        return cluster;
    }

    /// <summary>Stops at once, as a crash does: no shutdown checkpoint, every connection cut.</summary>
    public Task StopAsync() => StopAsync("immediate");

    /// <param name="mode">As pg_ctl names it: <c>fast</c> rolls back and checkpoints, <c>immediate</c> only cuts.</param>
    public Task StopAsync(string mode) => RunAsync("pg_ctl", "stop", "-D", Data, "-m", mode, "-w");

    /// <summary>The process that leads the cluster; null when none runs.</summary>
    public int? Postmaster => File.Exists(Path.Combine(Data, "postmaster.pid"))
        && int.TryParse(File.ReadLines(Path.Combine(Data, "postmaster.pid")).FirstOrDefault(), out var process)
        && Directory.Exists($"/proc/{process}") ? process : null;

    /// <summary>Starts a stopped cluster and waits until it answers.</summary>
    public async Task StartAgainAsync()
    {
        var log = Path.Combine(_directory, "server.log");
        await RunAsync("pg_ctl", "start", "-D", Data, "-w", "-t", "60", "-l", log, "-o", $"-p {_port}");
    }

    /// <summary>Stops and starts again; what a restart of the database alone means to its clients.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAgainAsync();
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await StopAsync();
        }
        catch (PostgresMissingException)
        {
            // It was stopped by the test.
        }

        Directory.Delete(_directory, recursive: true);
    }

    private string Data => Path.Combine(_directory, "data");

    private async Task CreateAsync()
    {
        if (Environment.IsPrivilegedProcess)
            await PostgresPrograms.RunAsync("chown", ["postgres", _directory]);
        await RunAsync("initdb", "-D", Data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
        await File.AppendAllTextAsync(
            Path.Combine(Data, "postgresql.conf"),
            $"\nlisten_addresses = '127.0.0.1'\nunix_socket_directories = ''\nfsync = {(_syncs ? "on" : "off")}\nmax_connections = 100\nshared_buffers = 64MB\n");
    }

    private async Task RunAsync(string program, params string[] arguments)
    {
        var path = Path.Combine(_programs, program);
        if (Environment.IsPrivilegedProcess)
            await PostgresPrograms.RunAsPostgresAsync(path, arguments);
        else
            await PostgresPrograms.RunAsync(path, arguments);
    }
}
