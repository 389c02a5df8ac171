using System.Globalization;
using System.Text;
using PetitionMesh.Bench.Comparison;
using PetitionMesh.Bench.Servers;

namespace PetitionMesh.Bench.Report;

/// <summary>The tables as Markdown: medians over the rounds, and medians of the ratios made round by round with their range.</summary>
internal sealed class MarkdownReport(RunOptions options, Machine machine, string database)
{
    private readonly StringBuilder _text = new();

    /// <summary>One of ours over a peer.</summary>
    private static readonly (string Name, SystemKind Ours, SystemKind Peer)[] Comparisons =
    [
        ("÷ (a)", SystemKind.Ours, SystemKind.Npgsql), ("÷ (b)", SystemKind.Ours, SystemKind.EntityFramework), ("÷ (c)", SystemKind.Ours, SystemKind.Bare),
        ("on Orleans ÷ (a)", SystemKind.Orleans, SystemKind.Npgsql), ("on Orleans ÷ (c)", SystemKind.Orleans, SystemKind.Bare),
        ("on Orleans ÷ (e)", SystemKind.Orleans, SystemKind.GrainStorage),
    ];

    public string Build(IReadOnlyList<Series> series, IReadOnlyList<string> journal, IReadOnlyList<string> recount, IReadOnlyList<string> refusals, DateTimeOffset at)
    {
        Line($"{at:yyyy-MM-dd HH:mm} UTC. {machine}.");
        Line($"{database}.");
        Line($"{options.Rounds} rounds of {options.Seconds} s in turn, {options.Connections} connections, {options.People} people preloaded, {options.NewPercent} % of the receptions by people never seen before.");
        Line("");
        if (series.Count > 0)
        {
            Rates(series);
            Costs(series);
        }

        foreach (var line in journal)
            Line($"- {line}");
        foreach (var line in recount)
            Line($"- {line}");
        Line(refusals.Count == 0 ? "- Answers other than 2xx: none" : $"- **Answers other than 2xx**: {string.Join("; ", refusals)}");
        return _text.ToString();
    }

    private void Rates(IReadOnlyList<Series> series)
    {
        var ratios = Comparisons.Where(c => options.Systems.Contains(c.Ours) && options.Systems.Contains(c.Peer)).ToArray();
        Row(["", .. options.Systems.Select(s => s.Label), .. ratios.Select(r => r.Name)]);
        Row(["---", .. options.Systems.Select(_ => "---:"), .. ratios.Select(_ => "---:")]);
        foreach (var one in series)
        {
            // With one caller the waiting time is the figure, and less is better; with many it is the rate.
            var waiting = one.Name.EndsWith("one caller", StringComparison.Ordinal);
            Func<Sample, double> figure = waiting ? s => s.Latency.P50 : s => s.Rate;
            Row(
            [
                one.Name + (waiting ? ", p50 µs" : " per second"),
                .. options.Systems.Select(s => Figure(one.Median(s, figure))),
                .. ratios.Select(r => Ratio(one.Ratios(r.Ours, r.Peer, figure))),
            ]);
            Row([(waiting ? one.Name : one.Name + ", loaded") + ", p99 µs", .. options.Systems.Select(s => Figure(one.Median(s, x => x.Latency.P99))), .. ratios.Select(_ => "")]);
        }

        Line("");
    }

    private void Costs(IReadOnlyList<Series> series)
    {
        Line("Processor time per answer, server + database in µs, and the generator's share of the machine:");
        Line("");
        Row(["", .. options.Systems.Select(s => s.Label)]);
        Row(["---", .. options.Systems.Select(_ => "---:")]);
        foreach (var one in series)
        {
            Row([one.Name, .. options.Systems.Select(s => string.Create(CultureInfo.InvariantCulture,
                $"{one.Median(s, x => x.ServerCpu):0} + {one.Median(s, x => x.DatabaseCpu):0}, {one.Median(s, x => x.GeneratorShare):P0}"))]);
        }

        Line("");
    }

    private static string Figure(double? value) => value is { } v ? v.ToString("#,0", CultureInfo.InvariantCulture) : "–";

    private static string Ratio(IReadOnlyList<double> ratios) => ratios.Count == 0
        ? "–"
        : string.Create(CultureInfo.InvariantCulture, $"**{Statistics.Median(ratios):0.00}** ({ratios.Min():0.00}–{ratios.Max():0.00})");

    private void Row(IEnumerable<string> cells) => _text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private void Line(FormattableString line) => _text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

    private void Line(string line) => _text.Append(line).Append('\n');
}
