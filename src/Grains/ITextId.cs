using System.Text.Json;
using System.Text.Json.Serialization;

namespace PetitionMesh.Grains;

/// <summary>An id with one text form everywhere: in JSON, in streams, in the ledger and in URLs.</summary>
public interface ITextId<TSelf>
    where TSelf : struct, ITextId<TSelf>
{
    string Value { get; }

    /// <exception cref="FormatException">The text is no such id.</exception>
    static abstract TSelf Parse(string text);
}

/// <summary>Writes an <see cref="ITextId{TSelf}"/> as its text.</summary>
public sealed class TextIdConverter<T> : JsonConverter<T>
    where T : struct, ITextId<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        try
        {
            return T.Parse(text ?? throw new JsonException());
        }
        catch (FormatException malformed)
        {
            throw new JsonException(malformed.Message, malformed);
        }
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.Parse(reader.GetString() ?? throw new JsonException());

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.Value);
}
