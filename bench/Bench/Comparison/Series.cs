using PetitionMesh.Bench.Load;
using PetitionMesh.Bench.Servers;

namespace PetitionMesh.Bench.Comparison;

/// <summary>One round of one system.</summary>
/// <param name="Rate">Answers per second.</param>
/// <param name="ServerCpu">Processor microseconds of the server per answer.</param>
/// <param name="DatabaseCpu">Processor microseconds of the whole cluster per answer.</param>
/// <param name="GeneratorShare">Of the machine's processor time, 0–1.</param>
internal sealed record Sample(double Rate, Latency Latency, double ServerCpu, double DatabaseCpu, double GeneratorShare);

/// <summary>All rounds of one question, e.g. "look-ups with one caller"; ratios are made round by round, because the machine's mood changes between them.</summary>
internal sealed class Series(string name)
{
    private readonly Dictionary<SystemKind, List<Sample>> _samples = [];

    public string Name { get; } = name;

    public void Add(SystemKind system, Sample sample)
    {
        if (!_samples.TryGetValue(system, out var list))
            _samples[system] = list = [];
        list.Add(sample);
    }

    public double? Median(SystemKind system, Func<Sample, double> of) =>
        _samples.TryGetValue(system, out var list) ? Statistics.Median(list.Select(of)) : null;

    /// <summary>Ours over theirs, per round.</summary>
    public IReadOnlyList<double> Ratios(SystemKind ours, SystemKind theirs, Func<Sample, double> of) =>
        _samples.TryGetValue(ours, out var a) && _samples.TryGetValue(theirs, out var b)
            ? [.. a.Zip(b, (x, y) => of(x) / of(y))]
            : [];
}
