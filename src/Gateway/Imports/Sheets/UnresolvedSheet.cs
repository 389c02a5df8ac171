using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Petitioners;

namespace PetitionMesh.Gateway.Imports.Sheets;

/// <summary>
/// Reads a ledger of unresolved cases (J1) row by row. A row is rejected for what decides whose it is or which matter it is: unit, claim,
/// identity number, case number, first visit, the petitioner's name. Anything else unreadable is left out with a warning.
/// </summary>
/// <remarks>
/// A wrong first visit rejects because the earlier one decides the owner of a matter that two units list; a wrong case or identity number
/// because the row would become a second matter beside the right one. All of these but unit and claim may be empty.
/// </remarks>
internal static class UnresolvedSheet
{
    private const int MaxClaimLength = 20_000;
    private const int MaxShortTextLength = 500;

    /// <summary>Streams the readings of all filled rows; reading twice gives the same, so a first pass may count.</summary>
    /// <param name="stream">Seekable; read from its start and left open.</param>
    /// <param name="today">The day in the city: no date lies after it.</param>
    /// <param name="limits">The bounds.</param>
    /// <exception cref="SheetUnreadableException">The file as a whole can't be read; may be thrown at any row.</exception>
    public static IEnumerable<RowReading<UnresolvedRow>> Read(Stream stream, DateOnly today, SheetLimits limits) =>
        SheetTable.Read(stream, limits, UnresolvedColumns.All).Select(line => Read(new RowFields(line.Header, line.Position, line.Row), line.Position, today));

    private static RowReading<UnresolvedRow> Read(RowFields fields, int position, DateOnly today)
    {
        var row = new UnresolvedRow
        {
            Row = position,
            Unit = Required(fields, UnresolvedColumns.Unit, MaxShortTextLength, fields.Name),
            Claim = Required(fields, UnresolvedColumns.Claim, MaxClaimLength, fields.Text),
            Petitioner = fields.Name(UnresolvedColumns.Petitioner, fields.Reject),
            Identity = Identity(fields, today),
            Phone = fields.Phone(UnresolvedColumns.Phone),
            CaseNumber = Number(fields),
            Cause = Short(fields, UnresolvedColumns.Cause),
            CaseType = Short(fields, UnresolvedColumns.CaseType),
            FirstVisit = fields.Date(UnresolvedColumns.FirstVisit, today, fields.Reject),
            Visits = fields.Count(UnresolvedColumns.Visits),
            IsLongStanding = fields.YesOrNo(UnresolvedColumns.LongStanding),
            Owner = fields.Name(UnresolvedColumns.Owner, fields.Warn),
            ResponsibleLeader = fields.Name(UnresolvedColumns.ResponsibleLeader, fields.Warn),
            Handler = fields.Name(UnresolvedColumns.Handler, fields.Warn),
            HandlerPhone = fields.Phone(UnresolvedColumns.HandlerPhone),
            Source = Short(fields, UnresolvedColumns.Source),
            AssignedOn = fields.Date(UnresolvedColumns.AssignedOn, today, fields.Warn),
            ProvinceVisit = Short(fields, UnresolvedColumns.ProvinceVisit) is { } visit and not ("否" or "0") ? visit : null,
        };
        return new RowReading<UnresolvedRow>(position, fields.IsRejected ? null : row, fields.Problems);
    }

    private static string Required(
        RowFields fields, SheetColumn column, int maxLength, Func<SheetColumn, Action<SheetColumn, string>, string?> read)
    {
        var told = fields.Problems.Length;
        var text = read(column, fields.Reject);
        if (text is null && fields.Problems.Length == told)
            fields.Reject(column, $"{column.Name}为空，请填写后重新上传");
        else if (text?.Length > maxLength)
            fields.Reject(column, $"{column.Name}过长（超过{maxLength}个字符），请缩短后重新上传");
        return text ?? "";
    }

    private static string? Short(RowFields fields, SheetColumn column)
    {
        var text = fields.Text(column, fields.Warn);
        if (text?.Length is not > MaxShortTextLength)
            return text;
        fields.Warn(column, $"{column.Name}过长（超过{MaxShortTextLength}个字符）");
        return null;
    }

    private static IdentityDocument? Identity(RowFields fields, DateOnly today)
    {
        var text = fields.Text(UnresolvedColumns.IdNumber, fields.Reject)?.TrimStart('\'', '`');
        if (string.IsNullOrEmpty(text))
            return null;
        if (fields.Cell(UnresolvedColumns.IdNumber).HasLostDigits)
        {
            fields.Reject(UnresolvedColumns.IdNumber, "证件号码在表格中是数字格式，末几位已丢失，请把该列设为文本后重新填写");
            return null;
        }
        if (!SheetIdTypes.TryRead(fields.Text(UnresolvedColumns.IdKind, fields.Reject), out var type))
        {
            fields.Reject(UnresolvedColumns.IdKind, "证件类型无法识别，请填写居民身份证、护照、军人证件、港澳居民来往内地通行证、台湾居民来往大陆通行证或其他");
            return null;
        }
        if (!IdentityDocument.TryCreate(type, text, today, out var document, out var problem))
            fields.Reject(UnresolvedColumns.IdNumber, problem);
        return document;
    }

    private static CaseNumber? Number(RowFields fields)
    {
        if (fields.Text(UnresolvedColumns.CaseNumber, fields.Reject) is not { } text)
            return null;
        if (CaseNumber.TryParse(text, out var number, out var problem))
            return number;
        fields.Reject(UnresolvedColumns.CaseNumber, problem);
        return null;
    }
}
