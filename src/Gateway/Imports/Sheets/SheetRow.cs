namespace PetitionMesh.Gateway.Imports.Sheets;

/// <summary>One line of a file as it stands, header lines included.</summary>
/// <param name="Sheet">Visible worksheet, from 0; always 0 in CSV.</param>
/// <param name="Line">Line within the sheet, from 1, empty ones counted. In CSV a record, so a line break within quotes doesn't count.</param>
/// <param name="Cells">The cells; trailing ones may be absent.</param>
internal sealed record SheetRow(int Sheet, int Line, IReadOnlyList<SheetCell> Cells)
{
    /// <summary>As the tab of the worksheet says; empty in CSV.</summary>
    public string SheetName { get; init; } = "";

    public bool IsBlank => Cells.All(cell => cell.IsBlank);

    public SheetCell this[int column] => column < Cells.Count ? Cells[column] : SheetCell.Empty;
}
