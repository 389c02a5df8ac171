using System.Globalization;

namespace PetitionMesh.Gateway.Manner;

/// <summary>Names are shown in lists and on papers: a control or direction-override character in one could make it read as another.</summary>
internal static class PlainText
{
    public static bool IsPlain(string text)
    {
        foreach (var c in text)
        {
            if (char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned)
                return false;
        }
        return true;
    }

    /// <summary>Whether a character only sets the direction in which others are read: marks, embeddings, overrides and isolates.</summary>
    public static bool TurnsText(char c) => c is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    /// <summary>Whether a text has more characters than allowed: a rare name's character counts once, though it takes two units.</summary>
    public static bool IsLonger(string? text, int most) => text?.Length > most && (text.Length > 2 * most || text.EnumerateRunes().Count() > most);

    /// <summary>Checks a short text such as a name; null is fine.</summary>
    public static void CheckName(FieldErrors errors, string field, string? text, int longest)
    {
        if (text is null)
            return;
        if (IsLonger(text, longest))
            errors.Invalid(field, $"不得超过 {longest} 个字符。");
        else if (!IsPlain(text))
            errors.Invalid(field, "含有控制字符或文字方向控制字符，请删除后重新填写。");
    }
}
