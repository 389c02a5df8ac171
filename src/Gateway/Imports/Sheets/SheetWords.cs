using System.Text.RegularExpressions;
using PetitionMesh.Grains;

namespace PetitionMesh.Gateway.Imports.Sheets;

/// <summary>Words that mean the same in every column, however they are padded or widened: for nothing, for yes and for no.</summary>
internal static partial class SheetWords
{
    private const int Longest = 40;

    /// <summary>无, 不详, N/A, a dash or a slash: somebody filled the cell to say that it is empty.</summary>
    /// <param name="text">Trimmed.</param>
    /// <param name="others">What else means nothing in this column.</param>
    public static bool SayNothing(string text, IEnumerable<string> others)
    {
        var word = Fold(text);
        return text.Length == 0 || (word.Length > 0 && (Nothing().IsMatch(word) || others.Contains(word, StringComparer.Ordinal)));
    }

    /// <summary>Null where the text is neither.</summary>
    public static bool? YesOrNo(string text) => Yes().IsMatch(Fold(text)) ? true : SayNo(text) ? false : null;

    /// <summary>否, ×, 0次, 未到省访 and the like. A text that says when or how often (未化解前2次) is no denial.</summary>
    public static bool SayNo(string text) => No().IsMatch(Fold(text));

    /// <summary>Whether the text holds the word, with spaces and widths folded.</summary>
    public static bool Hold(string text, string word) =>
        Writing.TryFold(text, out var folded) && folded.Contains(word, StringComparison.Ordinal);

    private static string Fold(string text) =>
        text.Length <= Longest && Writing.TryFold(text, out var folded) ? folded.ToUpperInvariant() : "";

    [GeneratedRegex(@"^(?:[-‐‑‒–—―−─_/\\|.*]+|暂?无|没有|暂缺|空|空白|不详|不明|不清楚?|不知道?|未知|未提供|未填写?|N/A|NA|N\.A\.|NULL|NONE)[.。]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Nothing();

    [GeneratedRegex(@"^(?:是|有|对|√|✓|✔|☑|V|Y|YES|T|TRUE|1)$", RegexOptions.CultureInvariant)]
    private static partial Regex Yes();

    [GeneratedRegex(@"^(?:[×xX✕✖✗✘╳☒]|NO?|F|FALSE|0+(?:\.0+)?(?:人?次|人|回)?|零次?|(?:否|不|无|非|没|未|从未|从没|尚未|暂未|暂无|并未)[^0-9一二三四五六七八九十]{0,12})$", RegexOptions.CultureInvariant)]
    private static partial Regex No();
}
