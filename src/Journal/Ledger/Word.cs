using System.Collections.Frozen;
using PetitionMesh.Grains;

namespace PetitionMesh.Journal.Ledger;

/// <summary>The camelCase words of an enum, the same in the ledger as in JSON.</summary>
internal static class Word<TEnum>
    where TEnum : struct, Enum
{
    private static readonly FrozenDictionary<TEnum, string> Words =
        Enum.GetValues<TEnum>().ToFrozenDictionary(v => v, EnumWords.Of);

    private static readonly FrozenDictionary<string, TEnum> Values = Words.ToFrozenDictionary(p => p.Value, p => p.Key);

    public static string Of(TEnum value) => Words[value];

    /// <exception cref="InvalidDataException">The ledger holds a word that this release does not know.</exception>
    public static TEnum Parse(string word) =>
        Values.TryGetValue(word, out var value) ? value : throw new InvalidDataException($"'{word}' is no {typeof(TEnum).Name}.");
}
