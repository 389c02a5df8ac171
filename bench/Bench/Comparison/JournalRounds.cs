using System.Globalization;
using PetitionMesh.Bench.InProcess;
using PetitionMesh.Bench.Journal;
using PetitionMesh.Bench.Postgres;

namespace PetitionMesh.Bench.Comparison;

/// <summary>The journal alone beside what this database takes at most: raw inserts of the very bytes that receptions append (d), in turn.</summary>
internal static class JournalRounds
{
    /// <summary>Receptions of one round, each set of people and cases of its own.</summary>
    private const int Captured = 10_000;

    public static async Task<IReadOnlyList<string>> RunAsync(RunOptions options, PrivatePostgres postgres)
    {
        await using var raw = await RawInsert.OpenAsync(postgres).ConfigureAwait(false);
        await using var journal = await JournalAlone.OpenAsync(postgres, "ours_journal").ConfigureAwait(false);
        var rounds = new List<Figures>();
        for (var round = 0; round <= options.Rounds; round++)
        {
            var appends = await CapturedReceptions.MakeAsync(Captured, $"round-{round}").ConfigureAwait(false);
            // Twice a batch waits, so that a full one is ready whenever a commit ends, as it is for the raw insert.
            var (ours, ourClient, ourDatabase) = await CostAsync(postgres, () => journal.AppendAsync(appends, 2 * options.JournalBatch), appends.Count).ConfigureAwait(false);
            var (floor, rawClient, rawDatabase) = await CostAsync(postgres, () => raw.RunAsync(appends, options.JournalBatch), appends.Count).ConfigureAwait(false);
            var events = appends.Sum(a => a.Slices.Sum(s => s.Events.Length));
            var figures = new Figures(ours, floor, (double)events / appends.Count, ourClient + ourDatabase, rawClient + rawDatabase);
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"Journal {round}/{options.Rounds} {ours:0} receptions/s (cpu: client {ourClient:0} µs, database {ourDatabase:0} µs), raw insert {floor:0}/s (cpu: client {rawClient:0} µs, database {rawDatabase:0} µs)")).ConfigureAwait(false);
            if (round > 0) // The first round warms both up.
                rounds.Add(figures);
        }

        return [string.Create(CultureInfo.InvariantCulture,
            $"Journal alone: {Statistics.Median(rounds.Select(r => r.Ours)):#,0} receptions/s; (d) raw insert, {options.JournalBatch} receptions to a commit: {Statistics.Median(rounds.Select(r => r.Raw)):#,0} receptions/s; **{Statistics.Median(rounds.Select(r => r.Ours / r.Raw)):0.00} × (d)** ({rounds.Min(r => r.Ours / r.Raw):0.00}–{rounds.Max(r => r.Ours / r.Raw):0.00}); {rounds[0].EventsEach:0.0} events to a reception; processor time {Statistics.Median(rounds.Select(r => r.OurCpu)):0} µs against {Statistics.Median(rounds.Select(r => r.RawCpu)):0} µs")];
    }

    private static async Task<(double Rate, double Client, double Database)> CostAsync(PrivatePostgres postgres, Func<Task<double>> run, int count)
    {
        var (client, database) = (Environment.CpuUsage.TotalTime, postgres.Cpu());
        var rate = await run().ConfigureAwait(false);
        return (rate, (Environment.CpuUsage.TotalTime - client).TotalMicroseconds / count, (postgres.Cpu() - database).TotalMicroseconds / count);
    }

    private sealed record Figures(double Ours, double Raw, double EventsEach, double OurCpu, double RawCpu);
}
