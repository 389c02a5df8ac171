namespace PetitionMesh.Grains.Petitioners;

/// <summary>
/// What the number of each kind of document may look like once normalised. Wide on purpose: a paper that a clerk holds in the hand
/// must not be refused for a form we don't know, yet free text must not become an identity.
/// </summary>
internal static class IdentityDocumentRules
{
    /// <summary>A Chinese sentence saying what is wrong, or empty.</summary>
    public static string Problem(IdType type, string normal) => type switch
    {
        IdType.Passport => Fits(normal, 5, 12, IsLetterOrDigit) ? "" : "护照号码应为5至12位字母或数字，请核对后重新填写。",
        IdType.Military => Fits(normal, 5, 20, c => IsLetterOrDigit(c) || IsHan(c) || c == '-') && HasDigit(normal)
            ? "" : "军人证件号码应为5至20位，由汉字（如“军字第”）、字母和数字组成，请核对后重新填写。",
        IdType.HkMacaoPermit => Fits(normal, 8, 12, IsLetterOrDigit) && HasDigit(normal)
            ? "" : "港澳居民来往内地通行证号码应为8至12位字母或数字，请核对后重新填写。",
        IdType.TaiwanPermit => Fits(normal, 7, 12, IsLetterOrDigit) && HasDigit(normal)
            ? "" : "台湾居民来往大陆通行证号码应为7至12位字母或数字，请核对后重新填写。",
        IdType.Other => Fits(normal, 3, 40, c => IsLetterOrDigit(c) || IsHan(c) || c is '-' or '/' or '.' or '(' or ')') && HasDigit(normal)
            ? "" : "证件号码应为3至40位，由汉字、字母、数字或“-/.()”组成，请核对后重新填写。",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "This kind has rules of its own."),
    };

    /// <summary>
    /// A Hong Kong or Macao permit of the old form ends in two digits that count how often it was renewed; the nine characters before
    /// stay for life and are all that the newer cards print.
    /// </summary>
    public static string WithoutIssue(IdType type, string normal) =>
        type == IdType.HkMacaoPermit && normal.Length == 11 && (normal[0] is 'H' or 'M') && !normal.AsSpan(1).ContainsAnyExceptInRange('0', '9')
            ? normal[..9]
            : normal;

    private static bool Fits(string text, int shortest, int longest, Func<char, bool> allowed) =>
        text.Length >= shortest && text.Length <= longest && text.All(allowed);

    private static bool HasDigit(string text) => text.Any(char.IsAsciiDigit);

    private static bool IsLetterOrDigit(char c) => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c);

    private static bool IsHan(char c) => c is >= '\u3400' and <= '\u4DBF' or >= '\u4E00' and <= '\u9FFF';
}
