using System.Globalization;
using System.Text;

namespace PetitionMesh.Gateway.Imports.Sheets;

/// <summary>Brings the names of persons into one form: 陈　仁志 is padded to three characters only for the look of the column.</summary>
internal static class SheetNames
{
    /// <summary>Longest name kept, in UTF-16 units.</summary>
    public const int MaxLength = 100;

    /// <summary>
    /// Takes out spaces and invisible marks (between Latin letters one space stays) and writes the dot of names like 买买提·艾力 in one way.
    /// Characters of rare names are left exactly as they are.
    /// </summary>
    /// <returns>false for control characters, broken Unicode or more than <see cref="MaxLength"/>.</returns>
    public static bool TryRead(string text, out string name)
    {
        name = "";
        var kept = new StringBuilder();
        var gap = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format)
            {
                gap |= Rune.IsWhiteSpace(rune);
                continue;
            }
            if (Rune.IsControl(rune) || rune == Rune.ReplacementChar)
                return false;
            if (gap && kept.Length > 0 && char.IsAsciiLetter(kept[^1]) && rune.IsAscii && char.IsAsciiLetter((char)rune.Value))
                kept.Append(' ');
            gap = false;
            kept.Append(rune.Value is '•' or '‧' or '・' or '．' ? "·" : rune.ToString());
        }
        name = kept.ToString();
        return name.Length <= MaxLength;
    }
}
