using System.Text.Json.Serialization;

namespace PetitionMesh.Gateway.Imports.Sheets;

/// <summary>The figures of a register of first requests, over the rows that could be read; the keys are part of the HTTP contract.</summary>
internal sealed class FirstRequestSummary
{
    private readonly Dictionary<string, int> _byChannel = [];
    private readonly Dictionary<string, int> _byHandling = [];

    [JsonPropertyName("rows")] public int Rows { get; private set; }

    [JsonPropertyName("byChannel")] public IReadOnlyDictionary<string, int> ByChannel => _byChannel;

    /// <summary>Rows that don't say how they were handled are in none.</summary>
    [JsonPropertyName("byHandling")] public IReadOnlyDictionary<string, int> ByHandling => _byHandling;

    [JsonPropertyName("open")] public int Open { get; private set; }

    [JsonPropertyName("answeredLate")] public int AnsweredLate { get; private set; }

    [JsonPropertyName("rowsWithoutIdNumber")] public int RowsWithoutIdNumber { get; private set; }

    public static FirstRequestSummary Of(IEnumerable<FirstRequestRow> rows)
    {
        var summary = new FirstRequestSummary();
        foreach (var row in rows)
            summary.Add(row);
        return summary;
    }

    public void Add(FirstRequestRow row)
    {
        Rows++;
        _byChannel[row.Channel] = _byChannel.GetValueOrDefault(row.Channel) + 1;
        if (row.Handling is not null)
            _byHandling[row.Handling] = _byHandling.GetValueOrDefault(row.Handling) + 1;
        Open += row.IsOpen ? 1 : 0;
        AnsweredLate += row.IsAnsweredLate ? 1 : 0;
        RowsWithoutIdNumber += row.Identity is null ? 1 : 0;
    }
}
