using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace PetitionMesh.Grains.Petitioners;

/// <summary>
/// A citizen's identity number (公民身份号码, GB 11643): 18 digits, the last a check digit (ISO 7064 MOD 11-2) that may be X.
/// The region isn't checked: codes of dissolved counties stay valid for life.
/// </summary>
/// <remarks>
/// A 15-digit number of before 1999 (two-digit year, no check digit) is upgraded to 18 by the standard's own rule, year 19xx and
/// the check digit added, so that an old paper finds the same person as the card. It has no check digit to verify, so only its
/// birth date is checked. <see cref="ToString"/> masks: the number is personal data and must not reach a log.
/// </remarks>
public readonly record struct ResidentNumber
{
    private readonly string? _digits;

    private ResidentNumber(string digits) => _digits = digits;

    /// <summary>All 18 characters. Personal data: seal it, never log it.</summary>
    public string Value => _digits ?? "";

    public DateOnly BirthDate => DateOnly.ParseExact(Value.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>Understands a number with spaces, full-width digits or a small x.</summary>
    /// <param name="text">The number as written.</param>
    /// <param name="today">The day in the city: nobody is born after it.</param>
    /// <param name="number">The number, or <c>default</c>.</param>
    /// <param name="problem">Empty on success; else a Chinese sentence that says what to do. Never repeats the number.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, DateOnly today, out ResidentNumber number, out string problem)
    {
        number = default;
        problem = "身份证号码应为18位数字（末位可为X），请核对后重新填写。";
        if (string.IsNullOrWhiteSpace(text) || text.Length > IdentityDocument.MaxInputLength || !Writing.TryFold(text, out var folded))
            return false;
        var digits = folded.ToUpperInvariant();
        if (digits.Length == 15 && digits.All(char.IsAsciiDigit))
            digits = Upgrade(digits);
        if (digits.Length != 18 || digits.AsSpan(0, 17).ContainsAnyExceptInRange('0', '9') || !(char.IsAsciiDigit(digits[17]) || digits[17] == 'X'))
            return false;
        if (!DateOnly.TryParseExact(digits.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var born)
            || born > today || born.Year < 1850)
        {
            problem = "身份证号码中的出生日期有误，请核对后重新填写。";
            return false;
        }
        if (digits[17] != CheckDigit(digits))
        {
            problem = "身份证号码校验位不符，请核对后重新填写。";
            return false;
        }
        number = new ResidentNumber(digits);
        problem = "";
        return true;
    }

    /// <summary>Masked: region and last two characters only.</summary>
    public override string ToString() => _digits is null ? "" : string.Concat(Value.AsSpan(0, 6), "**********", Value.AsSpan(16));

    private static string Upgrade(string old)
    {
        var body = string.Concat(old.AsSpan(0, 6), "19", old.AsSpan(6));
        return body + CheckDigit(body);
    }

    private static char CheckDigit(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < 17; i++)
            sum = (sum + digits[i] - '0') * 2 % 11;
        return "10X98765432"[sum];
    }
}
