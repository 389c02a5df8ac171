using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace PetitionMesh.Grains.Cases;

/// <summary>Reads what people write as a case number. The grammar works on folded text without spaces, with round brackets.</summary>
internal static partial class CaseNumberReading
{
    private const string Unreadable = "案号无法识别，请按“（年份）法院代字+类型代字+编号+号”填写，例如（2019）鲁10民终1234号。";
    private const string Han = "\u3400-\u4DBF\u4E00-\u9FFF";
    private const string Word = $"[{Han}-[第号字之]]";
    private const string ChineseDigits = "〇○零一二三四五六七八九";

    /// <summary>More papers than this of one case are rather a range of cases.</summary>
    private const int MostPapers = 20;

    private const string Grammar =
        $"^(?:案号:?)?(?:[{Han}]{{2,40}}法院)?" +
        $@"\(?(?<year>[0-9]{{4}}|[0-9]{{2}}|[{ChineseDigits}]{{4}})年?\)?年?" +
        $"(?:(?<court>{Word}{{1,4}}(?:[0-9]{{4}}|[0-9]{{2}}))(?<type>{Word}{{1,8}}?)|(?<body>{Word}(?:{Word}|\\({Word}{{1,4}}\\)){{0,15}}?))" +
        $"(?:(?:字第|字|第)?(?<serial>[A-Z]{{0,2}}[0-9]{{1,9}})|(?:字第|字|第)(?<spelled>[{ChineseDigits}十百千万]{{1,12}}))" +
        $@"(?:号?(?:之\(?(?:[0-9]{{1,3}}|[一二三四五六七八九十]{{1,3}})\)?|-(?<paper>[0-9]{{1,3}}))号?|号)?" +
        $"(?:(?:刑事附带民事|民事|刑事|行政|执行|国家赔偿)?(?:判决|裁定|决定|调解|通知|令)书?|一案|案|案件)?[。.,;、]?$";

    public static bool TryRead([NotNullWhen(true)] string? text, out CaseNumberParts parts, out string problem)
    {
        parts = default;
        problem = Refusal(text, out var match);
        if (match is null)
            return false;
        if (!TryYear(match.Groups["year"].Value, out var year))
        {
            problem = "案号的年份有误，请填写四位收案年度，例如（2019）。";
            return false;
        }
        if (!TrySerial(match, out var serial))
        {
            problem = "案号的编号有误，编号应为大于零的数字；一栏只填一个案号。";
            return false;
        }
        parts = match.Groups["court"] is { Success: true } court
            ? new CaseNumberParts(year, court.Value, match.Groups["type"].Value, serial)
            : CaseNumberParts.WithoutDigits(year, match.Groups["body"].Value, serial);
        return true;
    }

    /// <summary>A sentence saying why the text is no case number, or empty with the match.</summary>
    private static string Refusal(string? text, out Match? match)
    {
        match = null;
        if (string.IsNullOrWhiteSpace(text))
            return "案号为空，请填写案号，例如（2019）鲁10民终1234号。";
        if (text.Length > CaseNumber.MaxInputLength)
            return $"案号过长（超过{CaseNumber.MaxInputLength}个字符），一栏只填一个案号。";
        if (!Writing.TryFold(text, out var folded))
            return Unreadable;
        var found = Numbers().Match(WithRoundBrackets(folded));
        match = found.Success ? found : null;
        return found.Success ? "" : folded.AsSpan().Count('号') > 1 || folded.Contains('、') ? "案号栏似乎有多个案号，请只填写一个原审案号。" : Unreadable;
    }

    private static string WithRoundBrackets(string folded) => string.Create(folded.Length, folded, static (target, source) =>
    {
        for (var i = 0; i < source.Length; i++)
        {
            target[i] = source[i] switch
            {
                '〔' or '[' or '【' or '〖' or '{' or '〈' or '<' or '《' => '(',
                '〕' or ']' or '】' or '〗' or '}' or '〉' or '>' or '》' => ')',
                '號' => '号',
                '–' or '—' or '‐' or '−' => '-',
                var c => char.ToUpperInvariant(c),
            };
        }
    });

    /// <summary>Four digits between 1949 and 2099; two digits are a year of the last century.</summary>
    private static bool TryYear(string written, out string year)
    {
        year = string.Concat(written.Select(c => c switch
        {
            '〇' or '○' or '零' => '0',
            >= '0' and <= '9' => c,
            _ => (char)('0' + ChineseDigit(c)),
        }));
        if (year.Length == 2)
            year = "19" + year;
        return int.Parse(year, CultureInfo.InvariantCulture) is >= 1949 and <= 2099;
    }

    private static bool TrySerial(Match match, out string serial)
    {
        serial = "";
        if (match.Groups["spelled"] is { Success: true } spelled)
        {
            if (!TrySpelledNumber(spelled.Value, out var number) || number == 0)
                return false;
            serial = number.ToString(CultureInfo.InvariantCulture);
            return true;
        }
        var written = match.Groups["serial"].Value;
        var letters = written.AsSpan().IndexOfAnyInRange('0', '9');
        var digits = written[letters..].TrimStart('0');
        if (digits.Length == 0 || IsRange(digits, match.Groups["paper"].Value))
            return false;
        serial = written[..letters] + digits;
        return true;
    }

    /// <summary>30063-65 and 3-9 are ranges of cases; 456-1 is one paper of a case.</summary>
    private static bool IsRange(string digits, string paper) =>
        paper.Length > 0 && int.Parse(paper, CultureInfo.InvariantCulture) is var last
        && (last > MostPapers || last > int.Parse(digits, CultureInfo.InvariantCulture));

    /// <summary>Reads 四五六 digit by digit and 一百二十三 by its places.</summary>
    private static bool TrySpelledNumber(string text, out int number)
    {
        number = 0;
        int total = 0, section = 0, digit = 0;
        var places = text.AsSpan().IndexOfAny("十百千万") >= 0;
        if (!places)
            return text.Length <= 9 && int.TryParse(string.Concat(text.Select(c => ChineseDigit(c))), CultureInfo.InvariantCulture, out number);
        foreach (var c in text)
        {
            switch (c)
            {
                case '十': section += (digit == 0 ? 1 : digit) * 10; digit = 0; break;
                case '百': section += digit * 100; digit = 0; break;
                case '千': section += digit * 1000; digit = 0; break;
                case '万': total += (section + digit) * 10_000; section = digit = 0; break;
                default: digit = ChineseDigit(c); break;
            }
        }
        number = total + section + digit;
        return number is > 0 and < 100_000_000;
    }

    private static int ChineseDigit(char c) => c is '〇' or '○' or '零' ? 0 : "一二三四五六七八九".IndexOf(c, StringComparison.Ordinal) + 1;

    [GeneratedRegex(Grammar, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Numbers();
}
