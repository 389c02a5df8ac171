using System.Buffers.Binary;

namespace PetitionMesh.Gateway.Imports.Sheets;

/// <summary>Tells by content what a file is and reads its lines one by one; never the whole file at once.</summary>
internal static class SheetFile
{
    private const uint Zip = 0x04034B50;
    private const uint OldExcel = 0xE011CFD0;
    private const uint Pdf = 0x46445025;

    /// <summary>Reads CSV (UTF-8, GB18030 or UTF-16 with its mark) or XLSX from the start of the stream, which stays open.</summary>
    /// <param name="stream">Seekable.</param>
    /// <param name="limits">The bounds.</param>
    /// <param name="columns">What the header may name: the separator of a CSV file is told by it.</param>
    /// <exception cref="ArgumentException">The stream can't seek: telling the encoding takes a pass over it.</exception>
    /// <exception cref="SheetUnreadableException">Not a spreadsheet or past the limits; may be thrown at any line.</exception>
    public static IEnumerable<SheetRow> ReadRows(Stream stream, SheetLimits limits, IReadOnlyList<SheetColumn> columns)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanSeek)
            throw new ArgumentException("The stream must be seekable.", nameof(stream));
        return StartsWith(stream) switch
        {
            Zip => XlsxRows.Read(stream, limits),
            OldExcel => throw new SheetUnreadableException("这是旧版 Excel（.xls）文件，请另存为 .xlsx 或 CSV 后重新上传。"),
            Pdf => throw new SheetUnreadableException("这是 PDF 文件，请上传 .xlsx 或 CSV 表格。"),
            null => throw new SheetUnreadableException("文件为空，请上传含有表头和数据的 .xlsx 或 CSV 表格。"),
            _ => CsvRows.Read(stream, limits, columns),
        };
    }

    private static uint? StartsWith(Stream stream)
    {
        stream.Position = 0;
        Span<byte> head = stackalloc byte[4];
        var read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return read == 0 ? null : BinaryPrimitives.ReadUInt32LittleEndian(head);
    }
}
