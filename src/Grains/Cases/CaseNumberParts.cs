using System.Buffers;
using System.Globalization;

namespace PetitionMesh.Grains.Cases;

/// <summary>A case number taken apart. Knows how the parts make the normal form and how to find them in it again.</summary>
/// <param name="Year">Four digits.</param>
/// <param name="Court">Court as written: code (鲁9902, 鲁, 最高法), or empty where <paramref name="Type"/> holds court and kind together.</param>
/// <param name="Type">Kind of case; for a number without court code the whole text before 字 (威民一终).</param>
/// <param name="Serial">Digits without leading zeros, perhaps after one or two capital letters.</param>
internal readonly record struct CaseNumberParts(string Year, string Court, string Type, string Serial)
{
    /// <summary>The first year in which every court numbers by code, without 字第 (the rules took effect on 2016-01-01).</summary>
    private const int FirstYearOfCodes = 2016;

    /// <summary>What the codes of courts begin with: provinces, the military courts and the Xinjiang corps (兵).</summary>
    private const string CodeInitials = "京津沪渝冀晋内蒙辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川黔贵云藏陕甘青宁新军兵";

    /// <summary>Characters that begin the kind of case in an old number, after the court's abbreviation.</summary>
    private static readonly SearchValues<char> OldTypeHeads = SearchValues.Create("民刑行执破赔");

    public string? CourtCode => Court.Length == 0 ? null : Court;

    public string TypeCode => Court.Length > 0 ? Type : OldTypeOf(Type);

    /// <summary>
    /// Splits the Han text before the serial of a number without court digits. A high court's code is the bare province
    /// (鲁民终), but only since 2016: before, 新民初 or 云民初 may as well be a county's abbreviation.
    /// </summary>
    public static CaseNumberParts WithoutDigits(string year, string body, string serial)
    {
        if (body.StartsWith("最高法", StringComparison.Ordinal) && body.Length > 3)
            return new(year, "最高法", body[3..], serial);
        return int.Parse(year, CultureInfo.InvariantCulture) >= FirstYearOfCodes && body.Length > 1 && CodeInitials.Contains(body[0])
            ? new(year, body[..1], body[1..], serial)
            : new(year, "", body, serial);
    }

    public string ToNormalForm() => IsOldStyle
        ? $"({Year}){Type}字第{Serial}号"
        : $"({Year}){Court}{Type}{Serial}号";

    /// <summary>The inverse of <see cref="ToNormalForm"/>; only for texts that it made.</summary>
    public static CaseNumberParts OfNormalForm(string normal)
    {
        if (normal.Length == 0)
            throw new InvalidOperationException("An empty case number has no parts.");
        var year = normal[1..5];
        var end = normal.Length - 1;
        var start = end;
        while (char.IsAsciiLetterOrDigit(normal[start - 1]))
            start--;
        var serial = normal[start..end];
        var body = normal[6..start];
        if (body.EndsWith("字第", StringComparison.Ordinal))
            body = body[..^2];
        var digits = body.AsSpan().IndexOfAnyInRange('0', '9');
        if (digits < 0)
            return WithoutDigits(year, body, serial);
        var type = body.AsSpan().LastIndexOfAnyInRange('0', '9') + 1;
        return new(year, body[..type], body[type..], serial);
    }

    /// <summary>执 leads every kind of enforcement case; 刑执 was the old word for changes of a sentence.</summary>
    public static bool IsEnforcementType(string type) =>
        type.Contains('执') && !type.Contains("刑执", StringComparison.Ordinal) && !type.StartsWith("司救", StringComparison.Ordinal);

    /// <summary>Written with 字第 in its normal form, as its court wrote it.</summary>
    private bool IsOldStyle => Court.Length == 0 && int.Parse(Year, CultureInfo.InvariantCulture) < FirstYearOfCodes;

    private static string OldTypeOf(string body)
    {
        var head = body.AsSpan(1).IndexOfAny(OldTypeHeads);
        return head < 0 ? body : body[(head + 1)..];
    }
}
