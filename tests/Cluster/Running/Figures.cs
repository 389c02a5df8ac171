namespace PetitionMesh.Cluster.Running;

/// <summary>Least, middle and greatest of a series of times.</summary>
internal sealed class Figures(string name)
{
    private readonly List<TimeSpan> _times = [];

    public void Add(TimeSpan time) => _times.Add(time);

    public TimeSpan Longest => _times.Max();

    public override string ToString()
    {
        var sorted = _times.Order().ToArray();
        return sorted.Length == 0 ? $"{name}: none" : $"{name}: {sorted.Length} times, min {S(sorted[0])}, median {S(sorted[sorted.Length / 2])}, max {S(sorted[^1])}";
    }

    private static string S(TimeSpan time) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.00} s");
}
