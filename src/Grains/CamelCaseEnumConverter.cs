using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PetitionMesh.Grains;

/// <summary>
/// Enum values travel and are stored as camelCase words: exactly these, in this case, never as numbers. The framework's own converter would take
/// <c>letter,call</c> for a combination of both and thereby for a third value.
/// </summary>
public sealed class CamelCaseEnumConverter<TEnum> : JsonConverter<TEnum>
    where TEnum : struct, Enum
{
    private static readonly ImmutableArray<(TEnum Value, byte[] Utf8, JsonEncodedText Word)> s_words =
    [
        .. Enum.GetValues<TEnum>().Select(value => (value, EnumWords.Of(value)))
            .Select(known => (known.value, Encoding.UTF8.GetBytes(known.Item2), JsonEncodedText.Encode(known.Item2))),
    ];

    public override TEnum Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
        {
            foreach (var known in s_words)
            {
                if (reader.ValueTextEquals(known.Utf8))
                    return known.Value;
            }
        }
        throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options) => writer.WriteStringValue(WrittenAs(value));

    public override TEnum ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader, typeToConvert, options);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options) => writer.WritePropertyName(WrittenAs(value));

    private static JsonEncodedText WrittenAs(TEnum value)
    {
        foreach (var known in s_words)
        {
            if (EqualityComparer<TEnum>.Default.Equals(known.Value, value))
                return known.Word;
        }
        throw new JsonException($"{value} is no value of {typeof(TEnum).Name}.");
    }
}
