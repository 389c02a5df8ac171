using PetitionMesh.Grains;

namespace PetitionMesh.Gateway.Manner;

/// <summary>Reads a field of a question that is one of a few words.</summary>
internal static class QueryWord
{
    /// <returns>Null where it was not asked for, or is none of them.</returns>
    public static TEnum? Read<TEnum>(IQueryCollection query, string name, FieldErrors errors, params TEnum[] without)
        where TEnum : struct, Enum
    {
        if (!query.TryGetValue(name, out var asked))
            return null;
        foreach (var word in Enum.GetValues<TEnum>().Except(without))
        {
            if (EnumWords.Of(word) == asked)
                return word;
        }
        errors.Malformed(name, $"应为 {string.Join('、', All(without))} 之一。");
        return null;
    }

    /// <summary>The words that it may be.</summary>
    public static string[] All<TEnum>(params TEnum[] without)
        where TEnum : struct, Enum => [.. Enum.GetValues<TEnum>().Except(without).Select(EnumWords.Of)];
}
