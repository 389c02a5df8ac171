using System.Text.Json.Serialization;

namespace PetitionMesh.Grains.ErrandDesks;

/// <summary>A stuck-errand desk (办不成事窗口, Y6). Derived from the caller and key of its command, so a repeat carries the same id.</summary>
[JsonConverter(typeof(TextIdConverter<ErrandDeskId>))]
[GenerateSerializer, Immutable, Alias("petition-mesh.errand-desk-id")]
public readonly record struct ErrandDeskId([property: Id(0)] Guid Guid) : ITextId<ErrandDeskId>
{
    public string Value => Guid.ToString("D");

    public static ErrandDeskId Parse(string text) =>
        System.Guid.TryParseExact(text, "D", out var guid) ? new(guid) : throw new FormatException("Not an id of the form 8-4-4-4-12.");

    public override string ToString() => Value;
}
