using System.Text.Encodings.Web;
using System.Text.Json;

namespace PetitionMesh.Grains.Tests.Values;

internal static class Some
{
    public static readonly DateOnly Today = new(2026, 11, 21);

    /// <summary>Json with Chinese left readable.</summary>
    public static readonly JsonSerializerOptions ReadableJson = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
