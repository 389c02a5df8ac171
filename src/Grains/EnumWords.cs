using System.Text.Json;

namespace PetitionMesh.Grains;

/// <summary>The words of enum values as they travel, are stored and are asked for: camelCase.</summary>
public static class EnumWords
{
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>All of a type, in the order of its values.</summary>
    public static IEnumerable<string> All(Type type) => Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName);
}
