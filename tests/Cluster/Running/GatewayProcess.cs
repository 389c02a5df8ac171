using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using PetitionMesh.Tests;

namespace PetitionMesh.Cluster.Running;

/// <summary>A gateway as courts run it: a process of its own on a loopback port, started from the built assembly.</summary>
internal sealed class GatewayProcess : IAsyncDisposable
{
    private const int KeptLines = 400;
    private const int KeptDefects = 5;
    private const int LinesOfDefect = 25;

    private readonly ConcurrentQueue<string> _lines = new();
    private readonly List<StringBuilder> _defects = [];
    private int _linesOfDefect;
    private readonly Process _process;

    private GatewayProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public static string Assembly { get; } = Path.Combine(AppContext.BaseDirectory, "PetitionMesh.Gateway.dll");

    public Uri Address { get; }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    /// <summary>What it logged last, for whoever has to find out why a test failed.</summary>
    public string Said => string.Join(Environment.NewLine, _lines);

    /// <summary>Lines by which the gateway itself says that it met a defect, each with what it logged next; kept however much else is said.</summary>
    public IEnumerable<string> Defects
    {
        get
        {
            lock (_defects)
                return [.. _defects.Select(d => d.ToString())];
        }
    }

    public static GatewayProcess Start(StoreUnderTest store, int port) =>
        Start(store, new Uri($"http://127.0.0.1:{port}"), network: null, new Dictionary<string, string>());

    /// <param name="network">Name of the network namespace it runs in; null for the machine's own.</param>
    /// <param name="settings">Beyond those of the store, as environment variables.</param>
    public static GatewayProcess Start(StoreUnderTest store, Uri address, string? network, IReadOnlyDictionary<string, string> settings)
    {
        var start = Command(store);
        start.Environment["Urls"] = address.ToString();
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        if (network is not null)
        {
            // ip replaces itself by the program, so the process that is started is the one that is killed.
            foreach (var (word, index) in new[] { "netns", "exec", network, start.FileName }.Select((w, i) => (w, i)))
                start.ArgumentList.Insert(index, word);
            start.FileName = "ip";
        }

        return new GatewayProcess(Process.Start(start)!, address);
    }

    /// <summary>Runs the assembly as an operator's command to its end.</summary>
    public static async Task<(int ExitCode, string Said)> RunAsync(StoreUnderTest store, params string[] arguments)
    {
        var start = Command(store);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(said));
    }

    /// <exception cref="TimeoutException">It did not become ready, or ended.</exception>
    public Task<TimeSpan> ReadyAsync(HttpClient http, TimeSpan within) =>
        Deadline.UntilAsync(
            "the gateway is ready",
            within,
            async () => HasExited
                ? throw new TimeoutException($"The gateway ended with {_process.ExitCode}:{Environment.NewLine}{Said}")
                : await IsReadyAsync(http),
            () => Said);

    /// <summary>kill -9: nothing of the process runs any more.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await GoneAsync();
    }

    /// <summary>Waits for the end that something else brings.</summary>
    public async Task GoneAsync() => await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    private static ProcessStartInfo Command(StoreUnderTest store)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Assembly])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = store.Directory,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Data__Directory"] = store.Directory;
        start.Environment["Logging__Console__FormatterName"] = "simple";
        // Only a build for Microsoft Orleans listens there; two processes of one test would meet.
        start.Environment["Cluster__SiloPort"] = FreePort.Take().ToString(CultureInfo.InvariantCulture);
        start.Environment["Cluster__GatewayPort"] = FreePort.Take().ToString(CultureInfo.InvariantCulture);
        foreach (var (name, value) in store.Settings)
            start.Environment[name] = value;
        return start;
    }

    private async Task<bool> IsReadyAsync(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(Address, "/health/ready"));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false; // It does not listen yet.
        }
    }

    private void Keep(string? line)
    {
        if (line is null)
            return;
        _lines.Enqueue(line);
        KeepDefect(line);
        while (_lines.Count > KeptLines)
            _lines.TryDequeue(out _);
    }

    private void KeepDefect(string line)
    {
        var begins = line.Contains("this is a bug", StringComparison.Ordinal) || line.StartsWith("crit:", StringComparison.Ordinal) || line.Contains("Unhandled exception", StringComparison.Ordinal);
        lock (_defects)
        {
            if (begins && _defects.Count < KeptDefects)
                _defects.Add(new StringBuilder());
            if (!begins && --_linesOfDefect < 0)
                return;
            if (begins)
                _linesOfDefect = LinesOfDefect;
            if (_defects.Count > 0)
                _defects[^1].AppendLine(line);
        }
    }
}
