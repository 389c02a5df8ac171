using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PetitionMesh.Gateway.Imports.Sheets;

/// <summary>Reads the dates of sheets that many hands have filled in: 2016-01-03, 2012/11/23, 2018年5月5日, 20160103, 2016.1.3, 43415.</summary>
internal static partial class SheetDates
{
    /// <summary>Excel counts days from here, since it takes 1900 for a leap year.</summary>
    private static readonly DateOnly Epoch = new(1899, 12, 30);

    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    private const string ChineseDigits = "〇一二三四五六七八九";

    /// <summary>From <see cref="Epoch"/> to the first day of 1904, where old Macs begin.</summary>
    private const int DaysBefore1904 = 1_462;

    private const int Earliest = 17_899;
    private const int Latest = 73_050;

    /// <summary>
    /// The day that the cell names. The year comes first in every form that is taken: 3/4/2016 may be March or April. Serial numbers of
    /// Excel are taken between 1949 and 2099. A time of day is dropped; where it has an offset, the day is the one in China.
    /// </summary>
    public static bool TryRead(SheetCell cell, out DateOnly date)
    {
        date = default;
        if (cell.Flaw != SheetCellFlaw.None)
            return false;
        if (cell.Date is { } real)
        {
            date = DateOnly.FromDateTime(real);
            return date.Year is >= 1949 and <= 2099;
        }
        var shift = cell.CountsFrom1904 ? DaysBefore1904 : 0;
        if (cell.Number is { } number && TryReadSerial(number + shift, out date))
            return true;
        return cell.Text.Length <= 40 && TryReadText(cell.Text, shift, out date);
    }

    private static bool TryReadSerial(double days, out DateOnly date)
    {
        date = days is > Earliest and < Latest ? Epoch.AddDays((int)days) : default;
        return date != default;
    }

    private static bool TryReadText(string text, int shift, out DateOnly date)
    {
        date = default;
        string folded;
        try
        {
            folded = text.Normalize(NormalizationForm.FormKC).Trim('\ufeff', '\u200b', ' ', '\t', '\r', '\n', '\'', '‘', '’');
        }
        catch (ArgumentException)
        {
            return false; // a lone surrogate
        }
        if (Serial().IsMatch(folded))
            return TryReadSerial(double.Parse(folded, CultureInfo.InvariantCulture) + shift, out date);
        if (Stamp().IsMatch(folded) && DateTimeOffset.TryParse(folded, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment))
            date = DateOnly.FromDateTime(moment.ToOffset(China).DateTime);
        else if (Dates().Match(WithArabicDigits(folded)) is not { Success: true } match || !TryReadDay(match, out date))
            return false;
        return date.Year is >= 1949 and <= 2099;
    }

    private static bool TryReadDay(Match match, out DateOnly date) => DateOnly.TryParseExact(
        $"{match.Groups["y"].Value}-{match.Groups["m"].Value.PadLeft(2, '0')}-{match.Groups["d"].Value.PadLeft(2, '0')}",
        "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    /// <summary>二〇一九年三月十七日 as 2019年3月17日; any other text as it is.</summary>
    private static string WithArabicDigits(string text) => Spelled().Replace(text, match =>
        $"{string.Concat(match.Groups["y"].Value.Select(Digit))}年{Value(match.Groups["m"].Value)}月{Value(match.Groups["d"].Value)}日");

    /// <summary>一 to 九十九 as a number: 十七, 二十, 三十一.</summary>
    private static int Value(string spelled)
    {
        var ten = spelled.IndexOf('十', StringComparison.Ordinal);
        if (ten < 0)
            return spelled.Length == 1 ? Digit(spelled[0]) : 0;
        return (ten == 0 ? 10 : Digit(spelled[0]) * 10) + (ten + 1 < spelled.Length ? Digit(spelled[^1]) : 0);
    }

    private static int Digit(char spelled) => spelled is '零' or '○' ? 0 : ChineseDigits.IndexOf(spelled, StringComparison.Ordinal);

    [GeneratedRegex(@"^[0-9]{5}(?:\.[0-9]{1,12})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Serial();

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,7})?)?(?:Z| ?[+-][0-9]{2}:?[0-9]{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex Stamp();

    [GeneratedRegex("^(?<y>[〇○零一二三四五六七八九]{4})年(?<m>[一二三四五六七八九十]{1,2})月(?<d>[一二三四五六七八九]?十?[一二三四五六七八九]?)[日号]", RegexOptions.CultureInvariant)]
    private static partial Regex Spelled();

    [GeneratedRegex(
        @"^(?<y>[0-9]{4})(?:\s*[-/.年、‐–—−]\s*(?<m>[0-9]{1,2})\s*[-/.月、‐–—−]\s*(?<d>[0-9]{1,2})\s*[日号]?|(?<m>[0-9]{2})(?<d>[0-9]{2}))" +
        @"(?:\s*\(?(?:星期|周|礼拜)[一二三四五六日天]\)?)?(?:\s*(?:凌晨|早上|早晨|上午|中午|下午|傍晚|晚上?))?" +
        @"(?:(?:[\sT]+|(?<=[日号\)一二三四五六天午上晨晚]))[0-9]{1,2}(?::[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?|[时点](?:[0-9]{1,2}分?|半|整)?))?\s*[.。,;、]?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Dates();
}
