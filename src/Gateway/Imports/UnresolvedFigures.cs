using PetitionMesh.Gateway.Imports.Sheets;

namespace PetitionMesh.Gateway.Imports;

/// <summary>The figures of a sheet of unresolved cases as they stand when all rows are read; the names are part of the contract.</summary>
internal sealed record UnresolvedFigures(
    int Rows,
    int RowsWithoutIdNumber,
    int DistinctPersonsWithId,
    int DistinctCasesWithId,
    int EnforcementRows,
    int ProvinceVisitRows,
    IReadOnlyDictionary<string, int> RowsByUnit,
    int LongStandingRows,
    int AssignedByCongressRows)
{
    public static UnresolvedFigures Of(UnresolvedSummary summary) => new(
        summary.Rows,
        summary.RowsWithoutIdNumber,
        summary.DistinctPersonsWithId,
        summary.DistinctCasesWithId,
        summary.EnforcementRows,
        summary.ProvinceVisitRows,
        new Dictionary<string, int>(summary.RowsByUnit),
        summary.LongStandingRows,
        summary.AssignedByCongressRows);
}
