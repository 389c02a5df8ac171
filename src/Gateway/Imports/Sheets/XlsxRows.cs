using System.IO.Compression;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace PetitionMesh.Gateway.Imports.Sheets;

/// <summary>Reads the visible worksheets of an XLSX workbook line by line, after <see cref="XlsxSize"/> has found it harmless.</summary>
internal static class XlsxRows
{
    /// <summary>Excel's own last line: a forged line number must not keep the reader counting.</summary>
    private const int LastLine = 1_048_576;

    /// <summary>Lines of all worksheets together, empty ones too: a thousand forged worksheets must not either.</summary>
    private const int MostLines = 16 * LastLine;

    /// <summary>The library asks for an encoding of 1990 by default, which the framework has only on request.</summary>
    private static readonly ExcelReaderConfiguration Configuration = Configure();

    public static IEnumerable<SheetRow> Read(Stream stream, SheetLimits limits)
    {
        XlsxSize.Check(stream, limits);
        using var zip = Guarded(() => new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true));
        var book = Guarded(() => new XlsxBook(zip));
        using var reader = Guarded(() => ExcelReaderFactory.CreateOpenXmlReader(stream, Configuration));
        int sheet = 0, lines = 0;
        do
        {
            // Hidden worksheets hold lists for drop-downs and last year's copy.
            if (!Guarded(() => reader.VisibleState.Equals("visible", StringComparison.OrdinalIgnoreCase)))
                continue;
            using var flaws = new XlsxFlaws(Guarded(() => book.Open(reader.Name)));
            var merges = Guarded(() => new XlsxMerges(reader.MergeCells, limits.MaxColumns));
            for (var line = 1; line <= LastLine && Guarded(reader.Read); line++)
            {
                if (++lines > MostLines)
                    throw new SheetUnreadableException("工作簿行数过多，请删除空行和多余的工作表后重新上传。");
                var cells = Guarded(() => Cells(reader, book, flaws.At(line), limits));
                merges.Fill(line, cells);
                yield return new SheetRow(sheet, line, cells) { SheetName = reader.Name };
            }
            sheet++;
        }
        while (Guarded(reader.NextResult));
    }

    private static List<SheetCell> Cells(IExcelDataReader reader, XlsxBook book, IEnumerable<(int Column, SheetCellFlaw Flaw)> flaws, SheetLimits limits)
    {
        if (reader.FieldCount > limits.MaxColumns)
            throw new SheetUnreadableException($"表格列数过多（超过{limits.MaxColumns}列），请删除多余的列后重新上传。");
        var cells = new List<SheetCell>(reader.FieldCount);
        for (var column = 0; column < reader.FieldCount; column++)
            cells.Add(Cell(reader, column, limits) with { CountsFrom1904 = book.CountsFrom1904 });
        foreach (var (column, flaw) in flaws)
        {
            if (column < cells.Count)
                cells[column] = new SheetCell("", Flaw: flaw);
        }
        return cells;
    }

    private static SheetCell Cell(IExcelDataReader reader, int column, SheetLimits limits) =>
        reader.GetValue(column) switch
        {
            null => SheetCell.Empty,
            string text => SheetCell.Of(text, limits.MaxCellLength),
            double number => SheetCell.Of(number),
            int number => SheetCell.Of(number),
            DateTime date => SheetCell.Of(date),
            bool yes => new SheetCell(yes ? "是" : "否"),
            var other => SheetCell.Of(other.ToString() ?? "", limits.MaxCellLength),
        };

    /// <summary>A damaged workbook makes the library fail in many ways; to its sender they are all one.</summary>
    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is ExcelReaderException or System.Xml.XmlException or IOException or InvalidDataException or FormatException
            or OverflowException or InvalidOperationException or ArgumentException or NullReferenceException or IndexOutOfRangeException
            or InvalidCastException or KeyNotFoundException or NotSupportedException)
        {
            throw new SheetUnreadableException(".xlsx 文件已损坏或格式不正确，请用 Excel 或 WPS 重新保存后上传。", e);
        }
    }

    private static ExcelReaderConfiguration Configure()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return new ExcelReaderConfiguration { FallbackEncoding = Encoding.UTF8, LeaveOpen = true };
    }
}
