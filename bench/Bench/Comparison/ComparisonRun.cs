using PetitionMesh.Bench.Load;
using PetitionMesh.Bench.Postgres;
using PetitionMesh.Bench.Report;
using PetitionMesh.Bench.Servers;

namespace PetitionMesh.Bench.Comparison;

/// <summary>One whole run: database, servers, generator, rounds, recount, report.</summary>
internal static class ComparisonRun
{
    /// <returns>0, or 1 when a system refused requests or miscounted: then its figures prove nothing.</returns>
    public static async Task<int> RunAsync(RunOptions options, CancellationToken cancel)
    {
        using var own = new RunDirectory();
        var directory = own.Path;
        var machine = Machine.Look(directory);
        await Console.Error.WriteLineAsync(machine.ToString()).ConfigureAwait(false);
        if (Repository.Configuration != "Release")
            await Console.Error.WriteLineAsync("This is a Debug build: its figures mean nothing. Use -c Release.").ConfigureAwait(false);

        await using var postgres = await PrivatePostgres.StartAsync(directory, options.Timed).ConfigureAwait(false);
        var database = await Machine.DatabaseAsync(postgres).ConfigureAwait(false);
        await Console.Error.WriteLineAsync(database).ConfigureAwait(false);

        await using var generator = Generator.Start();
        var servers = new List<ServerUnderTest>();
        try
        {
            foreach (var kind in options.Only.Any(m => m is not Measure.Journal) ? options.Systems : [])
                servers.Add(await ServerUnderTest.StartAsync(kind, postgres, directory).ConfigureAwait(false));
            var rounds = new Rounds(options, postgres, generator, servers, cancel);
            var series = await MeasureAsync(rounds, options).ConfigureAwait(false);
            var recount = await Recount.CheckAsync(servers, postgres).ConfigureAwait(false);
            IReadOnlyList<string> journal = [];
#if EMBEDDED
            if (options.Only.Contains(Measure.Journal))
                journal = await JournalRounds.RunAsync(options, postgres).ConfigureAwait(false);
#endif

            if (options.Timed)
                await Console.Error.WriteLineAsync(await postgres.TimesAsync().ConfigureAwait(false)).ConfigureAwait(false);

            var report = new MarkdownReport(options, machine, database)
                .Build(series, journal, recount, rounds.Refusals, TimeProvider.System.GetUtcNow());
            await Console.Out.WriteLineAsync(report).ConfigureAwait(false);
            if (options.WritePage)
                PerformancePage.Replace("run", report);
            own.Remove = rounds.Refusals.Count == 0 && recount.All(l => !l.Contains("WRONG", StringComparison.Ordinal));
            return own.Remove ? 0 : 1;
        }
        finally
        {
            foreach (var server in servers)
                await server.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static async Task<IReadOnlyList<Series>> MeasureAsync(Rounds rounds, RunOptions options)
    {
        var wanted = options.Only.Where(m => m is not Measure.Journal).Order().ToArray();
        if (wanted.Length == 0)
            return [];
        await rounds.PreloadAsync().ConfigureAwait(false);
        var series = new List<Series>();
        foreach (var measure in wanted)
            series.AddRange(await rounds.MeasureAsync(measure).ConfigureAwait(false));
        return series;
    }
}
