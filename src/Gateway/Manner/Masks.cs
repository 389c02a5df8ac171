namespace PetitionMesh.Gateway.Manner;

/// <summary>Personal data as a screen shows it: enough to recognise who it is, not enough to use it.</summary>
internal static class Masks
{
    /// <summary>The first character stays, as a rule the family name.</summary>
    public static string Name(string text)
    {
        var first = System.Globalization.StringInfo.GetNextTextElement(text);
        return first.Length == text.Length ? "*" : first + "**";
    }

    /// <summary>The first two and the last two characters of longer texts stay.</summary>
    public static string Number(string text) => text.Length switch
    {
        0 => "",
        <= 6 => new string('*', text.Length),
        _ => string.Concat(text.AsSpan(0, 2), new string('*', text.Length - 4), text.AsSpan(text.Length - 2)),
    };
}
