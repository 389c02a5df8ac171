using System.Text.Json;

namespace PetitionMesh.Bench.City;

/// <summary>The six courts of the sample city and their leaders: who may receive where.</summary>
internal sealed class Courts
{
    private Courts(IReadOnlyList<Court> all) => All = all;

    public IReadOnlyList<Court> All { get; }

    /// <param name="Code">The court's part of its case numbers, e.g. 鲁9902.</param>
    internal sealed record Court(string Id, string Code, IReadOnlyList<string> Leaders);

    public static Courts Load()
    {
        using var stream = typeof(Courts).Assembly.GetManifestResourceStream("city.json")!;
        using var city = JsonDocument.Parse(stream);
        var leaders = city.RootElement.GetProperty("leaders").EnumerateArray()
            .Where(l => l.GetProperty("active").GetBoolean())
            .ToLookup(l => l.GetProperty("court").GetString()!, l => l.GetProperty("id").GetString()!);
        return new Courts([.. city.RootElement.GetProperty("courts").EnumerateArray().Select(c =>
        {
            var id = c.GetProperty("id").GetString()!;
            return new Court(id, c.GetProperty("code").GetString()!, [.. leaders[id]]);
        })]);
    }
}
