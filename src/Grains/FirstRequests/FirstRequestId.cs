using System.Text.Json.Serialization;

namespace PetitionMesh.Grains.FirstRequests;

/// <summary>One line of the register of first requests (首诉登记, Y1). Derived from the caller and key of its command, so a repeat carries the same id.</summary>
[JsonConverter(typeof(TextIdConverter<FirstRequestId>))]
[GenerateSerializer, Immutable, Alias("petition-mesh.first-request-id")]
public readonly record struct FirstRequestId([property: Id(0)] Guid Guid) : ITextId<FirstRequestId>
{
    public string Value => Guid.ToString("D");

    public static FirstRequestId Parse(string text) =>
        System.Guid.TryParseExact(text, "D", out var guid) ? new(guid) : throw new FormatException("Not an id of the form 8-4-4-4-12.");

    public override string ToString() => Value;
}
