using System.Diagnostics;
using System.Text.Json;

namespace PetitionMesh.Bench.Load;

/// <summary>
/// The generator as a process of its own, kept for the whole run so that no round pays for its start. Its sockets complete
/// inline on one epoll thread, which is the cheapest way .NET has.
/// </summary>
internal sealed class Generator : IAsyncDisposable
{
    private readonly Process _process;

    private Generator(Process process) => _process = process;

    public static Generator Start()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment =
            {
                ["DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS"] = "1",
                ["DOTNET_SYSTEM_NET_SOCKETS_THREAD_COUNT"] = "1",
            },
        };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
            start.ArgumentList.Add(typeof(Generator).Assembly.Location);
        start.ArgumentList.Add("load");
        return new Generator(Process.Start(start)!);
    }

    public async Task<RoundResult> RunAsync(RoundOrder order)
    {
        await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(order, LoadJson.Default.RoundOrder)).ConfigureAwait(false);
        var line = await _process.StandardOutput.ReadLineAsync().ConfigureAwait(false)
            ?? throw new InvalidOperationException("The load generator ended without a result; its error is above.");
        return JsonSerializer.Deserialize(line, LoadJson.Default.RoundResult)!;
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync().ConfigureAwait(false);
        _process.Dispose();
    }
}
