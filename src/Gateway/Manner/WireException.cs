using System.Text.Json;

namespace PetitionMesh.Gateway.Manner;

/// <summary>Thrown inside a converter only; carries the Chinese sentence for the field at hand.</summary>
internal sealed class WireException(string sentence) : JsonException(null)
{
    public string Sentence { get; } = sentence;
}
