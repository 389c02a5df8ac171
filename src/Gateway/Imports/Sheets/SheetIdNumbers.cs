using System.Text.RegularExpressions;
using PetitionMesh.Grains;
using PetitionMesh.Grains.Petitioners;

namespace PetitionMesh.Gateway.Imports.Sheets;

/// <summary>
/// Takes away what sheets write around the number of a document. Only words that still say whose number it is: one marked （其子） stays
/// unreadable, since it would make the row another person's.
/// </summary>
internal static partial class SheetIdNumbers
{
    public static string Bare(IdType type, string text)
    {
        if (text.Length > IdentityDocument.MaxInputLength || !Writing.TryFold(text, out var folded))
            return text;
        var bare = Wrapping().Match(folded) is { Success: true } match ? match.Groups["number"].Value : folded;
        return type == IdType.ResidentId ? Hyphens().Replace(bare, "") : bare;
    }

    [GeneratedRegex(
        @"^['`‘’""“”]*(?:(?:(?:居民|公民|二代)?身份(?:证件?)?(?:号码|号)?|证件号码?|护照号?码?):?)?(?<number>.*?)(?:\((?:本人|身份证|信访人)\))?['‘’""“”,;.。、]*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex Wrapping();

    [GeneratedRegex("[-‐‑–—−]")]
    private static partial Regex Hyphens();
}
