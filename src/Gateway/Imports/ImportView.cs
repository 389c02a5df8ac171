using System.Collections.Immutable;
using PetitionMesh.Gateway.Imports.Sheets;
using PetitionMesh.Grains;

namespace PetitionMesh.Gateway.Imports;

/// <summary>Where an import stands: answered on the wire and kept on disk in this very form.</summary>
/// <param name="Rows">Filled rows of the sheet; null until counted.</param>
/// <param name="Done">Rows that are through, whatever came of them.</param>
/// <param name="Created">Rows that opened a case, or registered a first request.</param>
/// <param name="Merged">Rows taken up by a case that the city knew, or that an earlier row of the sheet opened; first requests that this sheet tells to be done.</param>
/// <param name="Unchanged">Rows that an earlier import had brought.</param>
/// <param name="Summary">Figures of the sheet, once all rows are read.</param>
internal sealed record ImportView(
    string Id,
    ImportState State,
    int? Rows,
    int Done,
    int Created,
    int Merged,
    int Unchanged,
    int Rejected,
    ImmutableArray<RowProblem> Problems,
    SheetFigures? Summary)
{
    /// <summary>As it is when its sheet is stored: what every upload is answered, at first and when repeated.</summary>
    public static ImportView Accepted(string id) => new(id, ImportState.Queued, null, 0, 0, 0, 0, 0, [], null);
}

/// <summary>Queued, running, done or failed.</summary>
[System.Text.Json.Serialization.JsonConverter(typeof(CamelCaseEnumConverter<ImportState>))]
internal enum ImportState
{
    Queued,
    Running,
    Done,
    Failed,
}
