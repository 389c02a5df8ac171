using ExcelDataReader;

namespace PetitionMesh.Gateway.Imports.Sheets;

/// <summary>
/// Fills what is merged downwards: a unit written once beside its seven rows is the unit of all of them. A line that holds nothing of its own
/// stays empty.
/// </summary>
internal sealed class XlsxMerges(CellRange[]? ranges, int columns)
{
    private readonly Queue<CellRange> _ahead = new((ranges ?? []).Where(r => r.ToRow > r.FromRow && r.FromColumn < columns).OrderBy(r => r.FromRow));
    private readonly Dictionary<int, (int LastLine, SheetCell Cell)> _open = [];

    /// <summary>Ask for lines in ascending order, from 1.</summary>
    public void Fill(int line, List<SheetCell> cells)
    {
        var isBlank = cells.TrueForAll(cell => cell.IsBlank);
        foreach (var (column, merge) in _open)
        {
            if (merge.LastLine < line)
                _open.Remove(column);
            else if (!isBlank && column < cells.Count && cells[column].IsBlank)
                cells[column] = merge.Cell;
        }
        while (_ahead.TryPeek(out var range) && range.FromRow < line)
        {
            _ahead.Dequeue();
            if (range.FromRow == line - 1 && range.FromColumn < cells.Count)
                _open[range.FromColumn] = (range.ToRow + 1, cells[range.FromColumn]);
        }
    }
}
