using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;

namespace PetitionMesh.Grains.Routings;

/// <summary>One routing slip (首审/首执分流单; Y2, Y3). Derived from what it is about: a court routes a matter of one number once.</summary>
[JsonConverter(typeof(TextIdConverter<RoutingId>))]
[GenerateSerializer, Immutable, Alias("petition-mesh.routing-id")]
public readonly record struct RoutingId([property: Id(0)] Guid Guid) : ITextId<RoutingId>
{
    public string Value => Guid.ToString("D");

    public static RoutingId Of(CourtId court, RoutingKind kind, CaseNumber number)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{court}\n{EnumWords.Of(kind)}\n{number.Value}"));
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new(new Guid(hash.AsSpan(0, 16), bigEndian: true));
    }

    public static RoutingId Parse(string text) =>
        System.Guid.TryParseExact(text, "D", out var guid) ? new(guid) : throw new FormatException("Not an id of the form 8-4-4-4-12.");

    public override string ToString() => Value;
}
