using System.Collections.Frozen;
using PetitionMesh.Grains;

namespace PetitionMesh.Gateway.Auth;

/// <summary>The words of <see cref="Role"/> in tokens, exactly as the contract writes them.</summary>
internal static class RoleWords
{
    private static readonly FrozenDictionary<string, Role> ByWord =
        Enum.GetValues<Role>().ToFrozenDictionary(Word, StringComparer.Ordinal);

    public static bool TryParse(string? word, out Role role)
    {
        role = default;
        return word is not null && ByWord.TryGetValue(word, out role);
    }

    public static string Word(this Role role) => EnumWords.Of(role);
}
