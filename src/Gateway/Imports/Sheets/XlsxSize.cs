using System.IO.Compression;

namespace PetitionMesh.Gateway.Imports.Sheets;

/// <summary>
/// Refuses zip bombs before anything reads the file as a workbook, by the sizes in the zip's directory. They may lie, but the framework
/// never unpacks a part beyond the size that its directory states (a test holds it to that).
/// </summary>
internal static class XlsxSize
{
    /// <exception cref="SheetUnreadableException">Not a workbook, damaged, or too large.</exception>
    public static void Check(Stream stream, SheetLimits limits)
    {
        try
        {
            stream.Position = 0;
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Count > limits.MaxParts)
                throw TooLarge();
            if (zip.Entries.All(part => !part.FullName.Equals("xl/workbook.xml", StringComparison.OrdinalIgnoreCase)))
                throw new SheetUnreadableException("压缩包中没有工作簿，请上传 .xlsx 或 CSV 表格。");
            var shared = zip.Entries.Where(part => part.Name.Equals("sharedStrings.xml", StringComparison.OrdinalIgnoreCase));
            if (zip.Entries.Sum(part => part.Length) > limits.MaxUnpackedBytes || shared.Sum(part => part.Length) > limits.MaxSharedTextBytes)
                throw TooLarge();
        }
        catch (Exception e) when (e is InvalidDataException or OverflowException)
        {
            throw new SheetUnreadableException(".xlsx 文件已损坏，请重新导出后上传。", e);
        }
        stream.Position = 0;
    }

    private static SheetUnreadableException TooLarge() => new("表格解压后过大，请拆分为几个文件分别上传。");
}
