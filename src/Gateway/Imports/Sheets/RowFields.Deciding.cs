using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Petitioners;

namespace PetitionMesh.Gateway.Imports.Sheets;

/// <summary>The fields that decide whose a row is or which matter it is: what can't be read of them rejects the row.</summary>
internal sealed partial class RowFields
{
    /// <summary>A field that must be there; empty text where it rejects.</summary>
    /// <param name="column">The column.</param>
    /// <param name="maxLength">In UTF-16 units.</param>
    /// <param name="read">How it is read: <see cref="Text"/> or <see cref="Name"/>.</param>
    public string Required(SheetColumn column, int maxLength, Func<SheetColumn, Action<SheetColumn, string>, string?> read)
    {
        var told = _problems.Count;
        var text = read(column, Reject);
        if (text is null && _problems.Count == told)
            Reject(column, $"{column.Name}为空，请填写后重新上传。");
        else if (text?.Length > maxLength)
            Reject(column, $"{column.Name}过长（超过{maxLength}个字符），请缩短后重新上传。");
        return text ?? "";
    }

    /// <summary>A short text that decides nothing.</summary>
    public string? ShortText(SheetColumn column)
    {
        var text = Text(column, Warn);
        if (text?.Length is not > MaxShortTextLength)
            return text;
        Warn(column, $"{column.Name}过长（超过{MaxShortTextLength}个字符）。");
        return null;
    }

    /// <summary>The identity document; null where the row has no number.</summary>
    public IdentityDocument? Identity(SheetColumn kind, SheetColumn number, DateOnly today)
    {
        if (Text(number, Reject) is not { } text)
            return null;
        if (Cell(number).HasLostDigits)
        {
            Reject(number, "证件号码在表格中是数字格式，末几位已丢失，请把该列设为文本后重新填写。");
            return null;
        }
        if (!SheetIdTypes.TryRead(Text(kind, Reject), out var type))
        {
            Reject(kind, "证件类型无法识别，请填写居民身份证、护照、军人证件、港澳居民来往内地通行证、台湾居民来往大陆通行证或其他。");
            return null;
        }
        if (!IdentityDocument.TryCreate(type, SheetIdNumbers.Bare(type, text), today, out var document, out var problem))
            Reject(number, problem);
        return document;
    }

    /// <summary>The lawsuit; null where the row has no number.</summary>
    public CaseNumber? CaseNumber(SheetColumn column)
    {
        if (Text(column, Reject) is not { } text)
            return null;
        if (Grains.Cases.CaseNumber.TryParse(text, out var number, out var problem))
            return number;
        Reject(column, problem);
        return null;
    }
}
