using System.Text.Json.Serialization;

namespace PetitionMesh.Grains.ErrandDesks;

/// <summary>One complaint at a stuck-errand desk (办不成事反映, Y6). Derived from the caller and key of its command, so a repeat carries the same id.</summary>
[JsonConverter(typeof(TextIdConverter<ComplaintId>))]
[GenerateSerializer, Immutable, Alias("petition-mesh.complaint-id")]
public readonly record struct ComplaintId([property: Id(0)] Guid Guid) : ITextId<ComplaintId>
{
    public string Value => Guid.ToString("D");

    public static ComplaintId Parse(string text) =>
        System.Guid.TryParseExact(text, "D", out var guid) ? new(guid) : throw new FormatException("Not an id of the form 8-4-4-4-12.");

    public override string ToString() => Value;
}
