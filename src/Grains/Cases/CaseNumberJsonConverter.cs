using System.Text.Json;
using System.Text.Json.Serialization;

namespace PetitionMesh.Grains.Cases;

/// <summary>A case number as its normal form, also as a key. Whatever is read is normalised; unreadable text is a <see cref="JsonException"/>.</summary>
public sealed class CaseNumberJsonConverter : JsonConverter<CaseNumber>
{
    public override CaseNumber Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? Understand(reader.GetString())
            : throw new JsonException("案号应为文本");

    public override void Write(Utf8JsonWriter writer, CaseNumber value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.Value);
    }

    public override CaseNumber ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Understand(reader.GetString());

    public override void WriteAsPropertyName(Utf8JsonWriter writer, CaseNumber value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(value.Value);
    }

    private static CaseNumber Understand(string? text) =>
        CaseNumber.TryParse(text, out var number, out var problem) ? number : throw new JsonException(problem);
}
