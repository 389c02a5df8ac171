using System.Text.Json.Serialization;

namespace PetitionMesh.Gateway.Imports.Sheets;

/// <summary>The figures of a ledger of unresolved cases, over the rows that could be read; the keys are part of the HTTP contract.</summary>
internal sealed class UnresolvedSummary
{
    private readonly HashSet<string> _persons = [];
    private readonly HashSet<MatterKey> _cases = [];
    private readonly Dictionary<string, int> _rowsByUnit = [];

    [JsonPropertyName("rows")] public int Rows { get; private set; }

    [JsonPropertyName("rowsWithoutIdNumber")] public int RowsWithoutIdNumber { get; private set; }

    [JsonPropertyName("distinctPersonsWithId")] public int DistinctPersonsWithId => _persons.Count;

    /// <summary>Matters (a person and a lawsuit) of the rows with an identity number.</summary>
    [JsonPropertyName("distinctCasesWithId")] public int DistinctCasesWithId => _cases.Count;

    [JsonPropertyName("enforcementRows")] public int EnforcementRows { get; private set; }

    [JsonPropertyName("provinceVisitRows")] public int ProvinceVisitRows { get; private set; }

    /// <summary>Units in the order in which the sheet names them first.</summary>
    [JsonPropertyName("rowsByUnit")] public IReadOnlyDictionary<string, int> RowsByUnit => _rowsByUnit;

    [JsonPropertyName("longStandingRows")] public int LongStandingRows { get; private set; }

    [JsonPropertyName("assignedByCongressRows")] public int AssignedByCongressRows { get; private set; }

    public static UnresolvedSummary Of(IEnumerable<UnresolvedRow> rows)
    {
        var summary = new UnresolvedSummary();
        foreach (var row in rows)
            summary.Add(row);
        return summary;
    }

    public void Add(UnresolvedRow row)
    {
        Rows++;
        _rowsByUnit[row.Unit] = _rowsByUnit.GetValueOrDefault(row.Unit) + 1;
        RowsWithoutIdNumber += row.Identity is null ? 1 : 0;
        EnforcementRows += row.IsEnforcement ? 1 : 0;
        ProvinceVisitRows += row.ProvinceVisit is null ? 0 : 1;
        LongStandingRows += row.IsLongStanding ? 1 : 0;
        AssignedByCongressRows += row.IsAssignedByCongress ? 1 : 0;
        if (row.Identity is null)
            return;
        _persons.Add(row.Identity.Canonical);
        _cases.Add(MatterKey.Of(row));
    }
}
