using System.Globalization;

namespace PetitionMesh.Cluster.Load;

/// <summary>People who do not exist: valid GB 11643 numbers in a region that no place has, each with one lawsuit.</summary>
internal static class Invented
{
    private const string CheckDigits = "10X98765432";
    private const int BirthDays = 20_000;
    private static readonly DateOnly FirstBirthday = new(1945, 1, 1);

    private static ReadOnlySpan<byte> Weights => [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    public static string IdNumber(int n)
    {
        Span<char> digits = stackalloc char[18];
        "990177".CopyTo(digits);
        FirstBirthday.AddDays(n % BirthDays).TryFormat(digits[6..], out _, "yyyyMMdd", CultureInfo.InvariantCulture);
        ((n / BirthDays % 999) + 1).TryFormat(digits[14..], out _, "000", CultureInfo.InvariantCulture);
        var sum = 0;
        for (var i = 0; i < 17; i++)
            sum += (digits[i] - '0') * Weights[i];
        digits[17] = CheckDigits[sum % 11];
        return new string(digits);
    }

    public static string CaseNumber(int n) =>
        string.Create(CultureInfo.InvariantCulture, $"（{2016 + (n % 9)}）鲁990{2 + (n / 9 % 3)}民初{n + 1}号");

    public static string Name(int n) => new(["赵钱孙李周吴郑王冯陈"[n % 10], "宁和安平明德文康启泰"[n / 10 % 10], "一二三四五六七八九十"[n / 100 % 10]]);
}
