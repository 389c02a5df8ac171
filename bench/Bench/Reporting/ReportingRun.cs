using System.Globalization;
using PetitionMesh.Bench.Comparison;
using PetitionMesh.Bench.Load;
using PetitionMesh.Bench.Postgres;
using PetitionMesh.Bench.Report;
using PetitionMesh.Bench.Servers;

namespace PetitionMesh.Bench.Reporting;

/// <summary>Registering with and without reporting jobs beside it, in turn; then every answer they got is held against the journal.</summary>
internal static class ReportingRun
{
    /// <returns>0, or 1 when a request was refused, receptions are missing or an answer was wrong: then the ratio proves nothing.</returns>
    public static async Task<int> RunAsync(RunOptions options, int jobs, CancellationToken cancel)
    {
        using var own = new RunDirectory();
        var machine = Machine.Look(own.Path);
        await using var postgres = await PrivatePostgres.StartAsync(own.Path).ConfigureAwait(false);
        await using var generator = Generator.Start();
        await using var server = await ServerUnderTest.StartAsync(SystemKind.Ours, postgres, own.Path).ConfigureAwait(false);
        var rounds = new Rounds(options with { Rounds = 1 }, postgres, generator, [server], cancel);
        await rounds.PreloadAsync().ConfigureAwait(false);

        var pulling = new ReportingJobs(server.Port, jobs, TimeProvider.System);
        var (without, with) = (new List<double>(), new List<double>());
        for (var round = 0; round < options.Rounds; round++)
        {
            // First one way, then the other: what grows with the rounds falls on both.
            foreach (var reports in (bool[])[round % 2 == 1, round % 2 == 0])
                (reports ? with : without).Add(await RateAsync(rounds, reports ? pulling : null, cancel).ConfigureAwait(false));
        }

        var recount = await Recount.CheckAsync([server], postgres).ConfigureAwait(false);
        var wrong = await AnswerCheck.WrongAsync(postgres.ConnectionString(SystemKind.Ours.Database!), pulling.Answers).ConfigureAwait(false);
        var text = TextOf(machine, options, jobs, without, with, pulling.Answers, wrong, recount);
        await Console.Out.WriteLineAsync(text).ConfigureAwait(false);
        own.Remove = wrong == 0 && rounds.Refusals.Count == 0 && recount.All(l => !l.Contains("WRONG", StringComparison.Ordinal));
        if (options.WritePage && own.Remove)
            PerformancePage.Replace("reporting", text);
        return own.Remove ? 0 : 1;
    }

    private static async Task<double> RateAsync(Rounds rounds, ReportingJobs? jobs, CancellationToken cancel)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var pulling = jobs?.RunAsync(over.Token) ?? Task.CompletedTask;
        var series = await rounds.MeasureAsync(Measure.Receptions).ConfigureAwait(false);
        await over.CancelAsync().ConfigureAwait(false);
        await pulling.ConfigureAwait(false);
        return series[0].Median(SystemKind.Ours, s => s.Rate) ?? throw new InvalidOperationException("Nothing was measured.");
    }

    private static string TextOf(
        Machine machine, RunOptions options, int jobs, List<double> without, List<double> with, IReadOnlyCollection<PulledAnswer> answers, int wrong, IReadOnlyList<string> recount)
    {
        var ratios = with.Zip(without, (w, o) => w / o).Order().ToArray();
        var taken = answers.Select(a => a.Milliseconds).Order().ToArray();
        return string.Create(CultureInfo.InvariantCulture, $"""
            {TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC. {machine}. {options.Connections} connections of six courts, {options.Rounds} rounds of {options.Seconds:0.#} s each way.

            | receptions per second | alone | beside {jobs} jobs, each a pull a second | ratio | goal |
            | --- | ---: | ---: | ---: | --- |
            | median | {Statistics.Median(without):#,0} | {Statistics.Median(with):#,0} | **{Statistics.Median(ratios):0.00}** ({ratios[0]:0.00}–{ratios[^1]:0.00}) | ≥ 0.85: {(Statistics.Median(ratios) >= 0.85 ? "reached" : "**missed**")} |

            {answers.Count:#,0} answers pulled (city by court and channel, 2 to 365 days), median {taken[taken.Length / 2]:0.0} ms, p99 {taken[(int)(taken.Length * 0.99)]:0.0} ms. Held against the journal's
            events at the position each states: **{wrong} wrong**. {string.Join(' ', recount)}.
            """);
    }
}
