using System.Collections.Immutable;
using System.Globalization;
using PetitionMesh.Grains;

namespace PetitionMesh.Gateway.Imports.Sheets;

/// <summary>One row being read: gives its fields by column and gathers what is wrong with them.</summary>
internal sealed partial class RowFields(SheetHeader header, int position, SheetRow row, string place)
{
    /// <summary>Longest claim, in UTF-16 units: never more characters than a reception takes.</summary>
    public const int MaxClaimLength = 20_000;

    /// <summary>Longest unit, cause, source and the like.</summary>
    public const int MaxShortTextLength = 500;

    private const string Ignored = "（该项未导入，其余照常导入）"; // Behind the sentence itself.

    private readonly ImmutableArray<RowProblem>.Builder _problems = ImmutableArray.CreateBuilder<RowProblem>();

    /// <summary>The row's number in the file.</summary>
    public int Position => position;

    /// <summary>Something that the row can't do without couldn't be read.</summary>
    public bool IsRejected { get; private set; }

    public ImmutableArray<RowProblem> Problems => _problems.ToImmutable();

    /// <summary>The cell, or an empty one where the sheet lacks the column.</summary>
    public SheetCell Cell(SheetColumn column) => header.PlaceOf(column) is >= 0 and var place ? row[place] : SheetCell.Empty;

    public void Reject(SheetColumn column, string message) => Reject(column.Name, message);

    /// <summary>Rejects the row as a whole.</summary>
    public void RejectAll(string message) => Reject("", message);

    public void Warn(SheetColumn column, string message) =>
        _problems.Add(new RowProblem(position, column.Name, place + message + Ignored));

    /// <summary>The text, trimmed; null where the cell is empty, says that there is nothing (<see cref="SheetWords.SayNothing"/>), or is flawed, which <paramref name="flawed"/> is told.</summary>
    public string? Text(SheetColumn column, Action<SheetColumn, string> flawed)
    {
        var cell = Cell(column);
        if (cell.Flaw != SheetCellFlaw.None)
        {
            flawed(column, cell.Flaw switch
            {
                SheetCellFlaw.TooLong => $"{column.Name}过长，请缩短后重新上传。",
                SheetCellFlaw.UnclosedQuote => $"{column.Name}的引号没有闭合，此处以后的内容未能读取，请补上引号后重新上传。",
                SheetCellFlaw.FormulaWithoutValue => $"{column.Name}是没有结果的公式，请用 Excel 或 WPS 打开并保存，或填写实际内容。",
                _ => $"{column.Name}是出错的公式，请填写实际内容。",
            });
            return null;
        }
        var text = cell.Text.Trim().Trim('\ufeff', '\u200b').Trim();
        return SheetWords.SayNothing(text, column.WordsForNothing) ? null : text;
    }

    /// <summary>The name of a person or unit in one form; an unreadable one is a problem of the given weight.</summary>
    public string? Name(SheetColumn column, Action<SheetColumn, string> unreadable)
    {
        if (Text(column, unreadable) is not { } text)
            return null;
        if (SheetNames.TryRead(text, out var name))
            return name.Length == 0 ? null : name;
        unreadable(column, $"{column.Name}含有无法识别的字符或过长，请核对后重新填写。");
        return null;
    }

    /// <summary>A date not after <paramref name="latest"/>.</summary>
    public DateOnly? Date(SheetColumn column, DateOnly latest, Action<SheetColumn, string> unreadable)
    {
        if (Text(column, unreadable) is null)
            return null;
        if (!SheetDates.TryRead(Cell(column), out var date))
            unreadable(column, $"{column.Name}无法识别，请按“2016-01-03”的格式填写到日。");
        else if (date > latest)
            unreadable(column, $"{column.Name}晚于今天，请核对后重新填写。");
        else
            return date;
        return null;
    }

    /// <summary>Digits of a telephone, with + and - kept; anything else is a warning, since a telephone decides nothing.</summary>
    public string? Phone(SheetColumn column)
    {
        if (Text(column, Warn) is not { } text)
            return null;
        if (text.Length <= 60 && Writing.TryFold(text, out var phone) && phone.Length is >= 3 and <= 40
            && phone.All(c => char.IsAsciiDigit(c) || c is '+' or '-' or '(' or ')' or '/' or ',' or ';' or '、'))
            return phone;
        Warn(column, $"{column.Name}无法识别，请填写数字。");
        return null;
    }

    /// <summary>A count from 0 to 100,000, perhaps with 次 or 人 after it.</summary>
    public int? Count(SheetColumn column)
    {
        if (Text(column, Warn) is not { } text)
            return null;
        if (text.Length <= 20 && Writing.TryFold(text, out var folded)
            && int.TryParse(folded.TrimEnd('次', '人'), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= 100_000)
            return count;
        Warn(column, $"{column.Name}无法识别，请填写数字。");
        return null;
    }

    /// <summary>是 or 否; an empty cell is 否.</summary>
    public bool YesOrNo(SheetColumn column)
    {
        if (Text(column, Warn) is not { } text)
            return false;
        if (SheetWords.YesOrNo(text) is { } answer)
            return answer;
        Warn(column, $"{column.Name}应填“是”或“否”，现按“否”处理。");
        return false;
    }

    private void Reject(string field, string message)
    {
        IsRejected = true;
        _problems.Add(new RowProblem(position, field, place + message));
    }
}
