using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace PetitionMesh.Gateway.Imports.Sheets;

/// <summary>Reads the worksheets of an XLSX workbook line by line, after <see cref="XlsxSize"/> has found it harmless.</summary>
internal static class XlsxRows
{
    /// <summary>Excel's own last line: a forged line number must not keep the reader counting.</summary>
    private const int LastLine = 1_048_576;

    /// <summary>The library asks for an encoding of 1990 by default, which the framework has only on request.</summary>
    private static readonly ExcelReaderConfiguration Configuration = Configure();

    public static IEnumerable<SheetRow> Read(Stream stream, SheetLimits limits)
    {
        XlsxSize.Check(stream, limits);
        using var reader = Guarded(() => ExcelReaderFactory.CreateOpenXmlReader(stream, Configuration));
        var sheet = 0;
        do
        {
            for (var line = 1; line <= LastLine && Guarded(reader.Read); line++)
                yield return new SheetRow(sheet, line, Guarded(() => Cells(reader, limits)));
            sheet++;
        }
        while (Guarded(reader.NextResult));
    }

    private static List<SheetCell> Cells(IExcelDataReader reader, SheetLimits limits)
    {
        if (reader.FieldCount > limits.MaxColumns)
            throw new SheetUnreadableException($"表格列数过多（超过{limits.MaxColumns}列），请删除多余的列后重新上传。");
        var cells = new List<SheetCell>(reader.FieldCount);
        for (var column = 0; column < reader.FieldCount; column++)
            cells.Add(Cell(reader, column, limits));
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
        catch (Exception e) when (e is ExcelReaderException or System.Xml.XmlException or IOException or FormatException or OverflowException
            or InvalidOperationException or ArgumentException or NullReferenceException or IndexOutOfRangeException or InvalidCastException
            or KeyNotFoundException or NotSupportedException)
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
