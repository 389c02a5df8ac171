using System.Text.Json.Serialization;
using PetitionMesh.Gateway.Imports.Sheets;

namespace PetitionMesh.Gateway.Imports;

/// <summary>The figures of a sheet as they stand when all rows are read; the names are part of the contract, and each kind of sheet has its own.</summary>
internal sealed record SheetFigures(int Rows, int RowsWithoutIdNumber)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public int? DistinctPersonsWithId { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public int? DistinctCasesWithId { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public int? EnforcementRows { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public int? ProvinceVisitRows { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public IReadOnlyDictionary<string, int>? RowsByUnit { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public int? LongStandingRows { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public int? AssignedByCongressRows { get; init; }

    /// <summary>Of a register of first requests (Y1).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public IReadOnlyDictionary<string, int>? ByChannel { get; init; }

    /// <summary>Rows that don't say how they were handled are in none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public IReadOnlyDictionary<string, int>? ByHandling { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public int? Open { get; init; }

    /// <summary>Done after the day promised.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public int? AnsweredLate { get; init; }

    public static SheetFigures Of(UnresolvedSummary summary) => new(summary.Rows, summary.RowsWithoutIdNumber)
    {
        DistinctPersonsWithId = summary.DistinctPersonsWithId,
        DistinctCasesWithId = summary.DistinctCasesWithId,
        EnforcementRows = summary.EnforcementRows,
        ProvinceVisitRows = summary.ProvinceVisitRows,
        RowsByUnit = new Dictionary<string, int>(summary.RowsByUnit),
        LongStandingRows = summary.LongStandingRows,
        AssignedByCongressRows = summary.AssignedByCongressRows,
    };

    public static SheetFigures Of(FirstRequestSummary summary) => new(summary.Rows, summary.RowsWithoutIdNumber)
    {
        ByChannel = new Dictionary<string, int>(summary.ByChannel),
        ByHandling = new Dictionary<string, int>(summary.ByHandling),
        Open = summary.Open,
        AnsweredLate = summary.AnsweredLate,
    };
}
