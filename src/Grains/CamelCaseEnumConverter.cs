using System.Text.Json;
using System.Text.Json.Serialization;

namespace PetitionMesh.Grains;

/// <summary>Enum values travel and are stored as camelCase words, never as numbers.</summary>
public sealed class CamelCaseEnumConverter<TEnum>() : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where TEnum : struct, Enum;
