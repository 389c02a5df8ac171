using System.Text.Json;
using System.Text.Json.Serialization;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Grains.Publications;

/// <summary>JSON of the answers that the command table keeps.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(PublicationView))]
public sealed partial class PublicationAnswersJson : JsonSerializerContext
{
    internal static byte[] Write(PublicationView answer) => JsonSerializer.SerializeToUtf8Bytes(answer, Default.PublicationView);

    public static PublicationView Read(CommandRecord kept) =>
        JsonSerializer.Deserialize(kept.Answer.AsSpan(), Default.PublicationView) ?? throw new InvalidOperationException("A stored answer of a publication is empty.");
}
