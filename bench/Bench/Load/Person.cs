using System.Globalization;

namespace PetitionMesh.Bench.Load;

/// <summary>
/// The n-th invented person: a valid GB 11643 number in region 9901xx (a region that no place has) and one lawsuit.
/// The same n is the same person for every system, so all get the same work.
/// </summary>
internal static class Person
{
    private const string CheckDigits = "10X98765432";
    private static readonly DateOnly FirstBirthday = new(1945, 1, 1);
    private const int BirthDays = 20_000;

    private static ReadOnlySpan<byte> Weights => [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>Region (100) × birthday (20,000) × serial (999): unique for n below 1,998,000,000.</summary>
    public static string IdNumber(int n)
    {
        var day = FirstBirthday.AddDays(n % BirthDays);
        var region = n / BirthDays % 100;
        var serial = (n / BirthDays / 100 % 999) + 1;
        Span<char> digits = stackalloc char[18];
        "9901".CopyTo(digits);
        region.TryFormat(digits[4..], out _, "00", CultureInfo.InvariantCulture);
        day.TryFormat(digits[6..], out _, "yyyyMMdd", CultureInfo.InvariantCulture);
        serial.TryFormat(digits[14..], out _, "000", CultureInfo.InvariantCulture);
        var sum = 0;
        for (var i = 0; i < 17; i++)
            sum += (digits[i] - '0') * Weights[i];
        digits[17] = CheckDigits[sum % 11];
        return new string(digits);
    }

    /// <summary>One number per person, at the basic courts of the sample city.</summary>
    public static string CaseNumber(int n) =>
        string.Create(CultureInfo.InvariantCulture, $"（{2016 + (n % 9)}）鲁990{2 + (n / 9 % 3)}民初{(n / 27) + 1}号");

    /// <summary>Name and telephone (no operator's prefix), in the manner of the sample data.</summary>
    public static string Name(int n) => new(["赵钱孙李周吴郑王冯陈"[n % 10], "宁和安平明德文康启泰"[n / 10 % 10], "一二三四五六七八九十"[n / 100 % 10]]);

    public static string Phone(int n) => string.Create(CultureInfo.InvariantCulture, $"100{n % 100_000_000:00000000}");
}
