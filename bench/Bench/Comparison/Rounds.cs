using System.Globalization;
using PetitionMesh.Bench.City;
using PetitionMesh.Bench.Load;
using PetitionMesh.Bench.Postgres;
using PetitionMesh.Bench.Servers;

namespace PetitionMesh.Bench.Comparison;

/// <summary>Runs the rounds: all systems preloaded alike, then in turn A B C A B C, each with the same orders.</summary>
internal sealed class Rounds(RunOptions options, PrivatePostgres postgres, Generator generator, IReadOnlyList<ServerUnderTest> servers, CancellationToken cancel)
{
    private const double RampSeconds = 0.5;
    private readonly Courts _courts = Courts.Load();
    private int _orders;

    /// <summary>Every answer that was not 2xx, by system and status: any of them makes the figures doubtful.</summary>
    public List<string> Refusals { get; } = [];

    public async Task PreloadAsync()
    {
        foreach (var server in servers)
        {
            server.NextNew = options.People;
            if (server.Kind.Database is not { } database)
                continue;
            var result = await SendAsync(server, RoundKind.Preload, options.Connections, 0).ConfigureAwait(false);
            await postgres.SettleAsync(database).ConfigureAwait(false);
            Progress($"{server.Kind.Label}: {result.Acknowledged} people preloaded in {result.Seconds:0.0} s");
        }
    }

    public async Task<IReadOnlyList<Series>> MeasureAsync(Measure measure) => measure switch
    {
        Measure.Receptions => [await InTurnAsync("Receptions", RoundKind.Receptions, options.Connections).ConfigureAwait(false)],
        Measure.Lookups => [await InTurnAsync("Look-ups", RoundKind.Lookups, options.Connections).ConfigureAwait(false)],
        Measure.Latency =>
        [
            await InTurnAsync("Reception, one caller", RoundKind.Receptions, 1).ConfigureAwait(false),
            await InTurnAsync("Look-up, one caller", RoundKind.Lookups, 1).ConfigureAwait(false),
        ],
        _ => [],
    };

    private async Task<Series> InTurnAsync(string name, RoundKind kind, int connections)
    {
        var series = new Series(name);
        foreach (var server in servers)
            await SendAsync(server, kind, connections, Math.Min(options.Seconds, 2)).ConfigureAwait(false);
        for (var round = 1; round <= options.Rounds; round++)
        {
            foreach (var server in servers)
            {
                var sample = await SampleAsync(server, kind, connections).ConfigureAwait(false);
                series.Add(server.Kind, sample);
                Progress(string.Create(CultureInfo.InvariantCulture,
                    $"{name} {round}/{options.Rounds} {server.Kind.Label,-12} {sample.Rate,9:0}/s  p50 {sample.Latency.P50,7:0} µs  p99 {sample.Latency.P99,7:0} µs  cpu/answer: server {sample.ServerCpu:0} µs, database {sample.DatabaseCpu:0} µs; generator {sample.GeneratorShare:P0} of the machine"));
            }
        }

        return series;
    }

    private async Task<Sample> SampleAsync(ServerUnderTest server, RoundKind kind, int connections)
    {
        var (serverBefore, databaseBefore) = (server.Cpu, postgres.Cpu());
        var result = await SendAsync(server, kind, connections, options.Seconds).ConfigureAwait(false);
        var answers = Math.Max(1, result.Acknowledged);
        return new Sample(
            result.Answered / result.Seconds, result.Latency,
            (server.Cpu - serverBefore).TotalMicroseconds / answers,
            (postgres.Cpu() - databaseBefore).TotalMicroseconds / answers,
            result.Cpu / result.Seconds / Environment.ProcessorCount);
    }

    private async Task<RoundResult> SendAsync(ServerUnderTest server, RoundKind kind, int connections, double seconds)
    {
        cancel.ThrowIfCancellationRequested();
        var seed = ++_orders;
        var order = new RoundOrder(
            server.Port, kind, await server.CallersAsync(connections, _courts).ConfigureAwait(false), RampSeconds, seconds,
            0, options.People, options.NewPercent, server.NextNew, seed,
            string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}-{seed}"));
        var result = await generator.RunAsync(order).ConfigureAwait(false);
        server.NextNew = result.NextNew;
        if (kind is not RoundKind.Lookups)
        {
            server.Acknowledged += result.Acknowledged;
            server.Firsts += result.Firsts;
        }

        foreach (var (status, count) in result.Refused)
        {
            Refusals.Add($"{server.Kind.Label}: {count} × {status} ({result.Sample})");
            Progress("REFUSED " + Refusals[^1]);
        }

        return result;
    }

    private static void Progress(string line) => Console.Error.WriteLine(line);
}
