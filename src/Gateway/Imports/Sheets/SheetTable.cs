namespace PetitionMesh.Gateway.Imports.Sheets;

/// <summary>The filled rows below the header of the first worksheet that has one.</summary>
internal static class SheetTable
{
    /// <summary>Streams the rows with their position below the header; empty lines are passed over but counted.</summary>
    /// <exception cref="SheetUnreadableException">No header, or more rows than the limit; may be thrown at any row.</exception>
    public static IEnumerable<(SheetHeader Header, int Position, SheetRow Row)> Read(
        Stream stream, SheetLimits limits, IReadOnlyList<SheetColumn> columns)
    {
        SheetHeader? header = null;
        int headerSheet = 0, headerLine = 0, filled = 0;
        foreach (var line in SheetFile.ReadRows(stream, limits))
        {
            if (header is null)
            {
                if (line.Line > limits.MaxLinesBeforeHeader || (header = SheetHeader.TryFind(line, columns)) is null)
                    continue;
                (headerSheet, headerLine) = (line.Sheet, line.Line);
            }
            else if (line.Sheet != headerSheet)
            {
                yield break;
            }
            else if (!line.IsBlank)
            {
                if (++filled > limits.MaxRows)
                    throw new SheetUnreadableException($"表格超过{limits.MaxRows}行，请拆分为几个文件分别上传。");
                yield return (header, line.Line - headerLine, line);
            }
        }
        if (header is null)
            throw new SheetUnreadableException($"没有找到表头，表格应含有以下各列：{string.Join('、', columns.Where(c => c.IsRequired).Select(c => c.Name))}。");
    }
}
