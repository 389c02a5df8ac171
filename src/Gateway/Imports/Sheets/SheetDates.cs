using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PetitionMesh.Gateway.Imports.Sheets;

/// <summary>Reads the dates of sheets that many hands have filled in: 2016-01-03, 2012/11/23, 2018年5月5日, 20160103, 2016.1.3, 43415.</summary>
internal static partial class SheetDates
{
    /// <summary>Excel counts days from here, since it takes 1900 for a leap year.</summary>
    private static readonly DateOnly Epoch = new(1899, 12, 30);

    private const int Earliest = 17_899;
    private const int Latest = 73_050;

    /// <summary>
    /// The day that the cell names. The year comes first in every form that is taken: 3/4/2016 may be March or April. Serial numbers of
    /// Excel are taken between 1949 and 2099. A time of day is dropped.
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
        if (cell.Number is { } number && number is > Earliest and < Latest)
        {
            date = Epoch.AddDays((int)number);
            return true;
        }
        return cell.Text.Length <= 40 && TryReadText(cell.Text, out date);
    }

    private static bool TryReadText(string text, out DateOnly date)
    {
        date = default;
        string folded;
        try
        {
            folded = text.Normalize(NormalizationForm.FormKC).Trim('\ufeff', '\u200b', ' ', '\t', '\r', '\n', '\'');
        }
        catch (ArgumentException)
        {
            return false; // a lone surrogate
        }
        if (Serial().Match(folded) is { Success: true } serial
            && int.Parse(serial.Groups["days"].Value, CultureInfo.InvariantCulture) is > Earliest and < Latest and var days)
        {
            date = Epoch.AddDays(days);
            return true;
        }
        var match = Dates().Match(folded);
        return match.Success
            && DateOnly.TryParseExact(
                $"{match.Groups["y"].Value}-{match.Groups["m"].Value.PadLeft(2, '0')}-{match.Groups["d"].Value.PadLeft(2, '0')}",
                "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date)
            && date.Year is >= 1949 and <= 2099;
    }

    [GeneratedRegex(@"^(?<days>[0-9]{5})(?:\.[0-9]{1,12})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Serial();

    [GeneratedRegex(
        @"^(?<y>[0-9]{4})(?:\s*[-/.年‐–—]\s*(?<m>[0-9]{1,2})\s*[-/.月‐–—]\s*(?<d>[0-9]{1,2})\s*[日号]?|(?<m>[0-9]{2})(?<d>[0-9]{2}))(?:[\sT]+[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Dates();
}
