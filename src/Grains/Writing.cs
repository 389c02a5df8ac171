using System.Globalization;
using System.Text;

namespace PetitionMesh.Grains;

/// <summary>
/// Removes what input methods, PDF copies and spreadsheets write differently and mean alike: full- and half-width
/// forms, spaces of every width, zero-width and direction marks. It never changes a letter, digit or Han character
/// into another one that means something else.
/// </summary>
public static class Writing
{
    /// <summary>The CJK radical that PDF copies often carry in place of 民; Unicode gives it no compatibility form.</summary>
    private const char RadicalPeople = '\u2EA0';

    /// <summary>Folds widths and compatibility forms and takes out every space and invisible mark.</summary>
    /// <returns>false when the text isn't valid Unicode (a lone surrogate).</returns>
    public static bool TryFold(string text, out string folded)
    {
        ArgumentNullException.ThrowIfNull(text);
        folded = "";
        if (!IsWellFormed(text))
            return false;
        var kept = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKC))
        {
            if (!char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format)
                kept.Append(c == RadicalPeople ? '民' : c);
        }
        folded = kept.ToString();
        return true;
    }

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return false;
            i++;
        }
        return true;
    }
}
