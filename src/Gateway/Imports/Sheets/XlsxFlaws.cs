using System.Globalization;
using System.Xml;

namespace PetitionMesh.Gateway.Imports.Sheets;

/// <summary>
/// Finds the cells of a worksheet that the library gives as empty and are not: errors such as #N/A, and formulas that nobody has computed, as
/// programs write them that aren't spreadsheets. Read alongside the library, line by line, so that nothing is held.
/// </summary>
internal sealed class XlsxFlaws(XmlReader? sheet) : IDisposable
{
    private readonly IEnumerator<(int Line, int Column, SheetCellFlaw Flaw)> _flaws = Read(sheet).GetEnumerator();
    private bool _hasNext = true;
    private bool _isBegun;

    /// <summary>The flaws of a line by column from 0. Ask for lines in ascending order.</summary>
    public IEnumerable<(int Column, SheetCellFlaw Flaw)> At(int line)
    {
        if (!_isBegun)
            (_isBegun, _hasNext) = (true, _flaws.MoveNext());
        for (; _hasNext && _flaws.Current.Line <= line; _hasNext = _flaws.MoveNext())
        {
            if (_flaws.Current.Line == line)
                yield return (_flaws.Current.Column, _flaws.Current.Flaw);
        }
    }

    public void Dispose()
    {
        _flaws.Dispose();
        sheet?.Dispose();
    }

    private static IEnumerable<(int Line, int Column, SheetCellFlaw Flaw)> Read(XmlReader? xml)
    {
        int line = 0, column = -1;
        while (xml?.Read() == true)
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "row")
                (line, column) = (int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var stated) ? stated : line + 1, -1);
            else if (xml.LocalName == "c")
            {
                column = ColumnOf(xml.GetAttribute("r")) ?? column + 1;
                if (FlawOf(xml) is var flaw and not SheetCellFlaw.None)
                    yield return (line, column, flaw);
            }
        }
    }

    /// <summary>An empty text (t="str") is the result of many a formula and no flaw.</summary>
    private static SheetCellFlaw FlawOf(XmlReader cell)
    {
        var type = cell.GetAttribute("t");
        if (type == "e")
            return SheetCellFlaw.FormulaError;
        if (cell.IsEmptyElement)
            return SheetCellFlaw.None;
        bool isFormula = false, hasValue = false, isInValue = false;
        var depth = cell.Depth;
        while (cell.Read() && cell.Depth > depth)
        {
            if (cell.NodeType == XmlNodeType.Element)
                (isFormula, isInValue) = (isFormula || cell.LocalName == "f", cell.LocalName == "v");
            else if (isInValue && cell.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
                hasValue = true;
        }
        return isFormula && !hasValue && type != "str" ? SheetCellFlaw.FormulaWithoutValue : SheetCellFlaw.None;
    }

    private static int? ColumnOf(string? place)
    {
        var column = 0;
        foreach (var c in place ?? "")
        {
            if (!char.IsAsciiLetter(c) || column > 1_000_000)
                break;
            column = column * 26 + (char.ToUpperInvariant(c) - 'A' + 1);
        }
        return column == 0 ? null : column - 1;
    }
}
