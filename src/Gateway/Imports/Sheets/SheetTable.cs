namespace PetitionMesh.Gateway.Imports.Sheets;

/// <summary>
/// The filled rows below the header of every worksheet that has one, one after the other. Rows of a further worksheet are numbered on from the
/// last, so that a number names one row of the file, and their problems say where they stand.
/// </summary>
internal sealed class SheetTable
{
    private readonly SheetLimits _limits;
    private readonly IReadOnlyList<SheetColumn> _columns;
    private readonly List<string> _notes = [];
    private readonly List<string> _unread = [];
    private bool _hasHeader;
    private int _filled;
    private int _before;
    private int _last;

    private SheetTable(SheetLimits limits, IReadOnlyList<SheetColumn> columns) => (_limits, _columns) = (limits, columns);

    /// <summary>Streams the readings; what there is to say of the file as a whole (row 0) comes with the last of them.</summary>
    /// <exception cref="SheetUnreadableException">No header, or more rows than the limit; may be thrown at any row.</exception>
    public static IEnumerable<RowReading<T>> Read<T>(Stream stream, SheetLimits limits, IReadOnlyList<SheetColumn> columns, Func<RowFields, T> read)
        where T : class
    {
        var table = new SheetTable(limits, columns);
        RowReading<T>? held = null;
        foreach (var fields in table.Rows(SheetFile.ReadRows(stream, limits, columns)))
        {
            if (held is not null)
                yield return held;
            var content = fields.IsRejected ? null : read(fields);
            held = new RowReading<T>(fields.Position, fields.IsRejected ? null : content, fields.Problems);
        }
        if (held is not null)
            yield return held with { Problems = [.. held.Problems, .. table._notes.Select(note => new RowProblem(0, "", note))] };
    }

    private IEnumerable<RowFields> Rows(IEnumerable<SheetRow> lines)
    {
        SheetHeader? header = null;
        SheetRow? upper = null;
        var isBlank = true;
        foreach (var line in lines)
        {
            if (upper is not null && upper.Sheet != line.Sheet)
            {
                End(header, upper, isBlank);
                (header, upper, isBlank) = (null, null, true);
            }
            if (header is null && upper is not null)
                header = Find(upper, line);
            upper = line;
            if (line.IsBlank)
                continue;
            isBlank = false;
            if (header is not null && line.Line > header.LastLine)
                yield return Fields(header, line);
        }
        if (upper is not null)
            End(header, upper, isBlank);
        EndAll();
    }

    private SheetHeader? Find(SheetRow upper, SheetRow? lower)
    {
        if (upper.Line > _limits.MaxLinesBeforeHeader || SheetHeader.TryFind(upper, lower, _columns) is not { } header)
            return null;
        if (header.Note(_columns) is { Length: > 0 } note && !_notes.Contains(note))
            _notes.Add(note);
        _hasHeader = true;
        return header;
    }

    private RowFields Fields(SheetHeader header, SheetRow line)
    {
        if (++_filled > _limits.MaxRows)
            throw new SheetUnreadableException($"表格超过{_limits.MaxRows}行，请拆分为几个文件分别上传。");
        var within = line.Line - header.LastLine;
        _last = _before + within;
        var fields = new RowFields(header, _last, line, _before == 0 ? "" : $"工作表“{line.SheetName}”第{within}行：");
        if (line.Cells.Any(cell => cell.Flaw == SheetCellFlaw.StrayQuote))
            fields.RejectAll("该行有引号没有闭合，无法分清各列，请补上或删除引号后重新上传该行。");
        return fields;
    }

    /// <summary>The end of a worksheet; a header may stand in its very last line.</summary>
    private void End(SheetHeader? header, SheetRow last, bool isBlank)
    {
        if (header is null && Find(last, null) is null && !isBlank)
            _unread.Add(last.SheetName);
        _before = _last;
    }

    private void EndAll()
    {
        if (!_hasHeader)
            throw new SheetUnreadableException($"没有找到表头，表格应含有以下各列：{string.Join('、', _columns.Where(c => c.IsRequired).Select(c => c.Name))}。");
        if (_unread.Count == 0)
            return;
        var note = $"工作表{string.Join('、', _unread.Select(name => $"“{name}”"))}有内容但没有表头，未读取；如应导入，请补上表头后重新上传。";
        _notes.Add(_filled > 0 ? note : throw new SheetUnreadableException(note));
    }
}
