using System.Text.Json.Serialization;

namespace PetitionMesh.Grains.OnSiteChecks;

/// <summary>An on-site check (现场检查, Y5). Derived from the caller and key of its command, so a repeat carries the same id.</summary>
[JsonConverter(typeof(TextIdConverter<OnSiteCheckId>))]
[GenerateSerializer, Immutable, Alias("petition-mesh.on-site-check-id")]
public readonly record struct OnSiteCheckId([property: Id(0)] Guid Guid) : ITextId<OnSiteCheckId>
{
    public string Value => Guid.ToString("D");

    public static OnSiteCheckId Parse(string text) =>
        System.Guid.TryParseExact(text, "D", out var guid) ? new(guid) : throw new FormatException("Not an id of the form 8-4-4-4-12.");

    public override string ToString() => Value;
}
