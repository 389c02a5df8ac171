using System.Globalization;
using System.Text.Json.Serialization;
using PetitionMesh.Grains.City;

namespace PetitionMesh.Grains.Publications;

/// <summary>One periodic product, for example <c>bulletin/city/2026-11-01/2026-11-14</c> (S1, J12).</summary>
/// <param name="Kind">The product's word: <c>weekly</c>, <c>bulletin</c>, <c>monthly</c> …</param>
/// <param name="Scope">A court, or <see cref="City"/>.</param>
[JsonConverter(typeof(TextIdConverter<PublicationId>))]
[GenerateSerializer, Immutable, Alias("petition-mesh.publication-id")]
public readonly record struct PublicationId(
    [property: Id(0)] string Kind,
    [property: Id(1)] string Scope,
    [property: Id(2)] DateOnly From,
    [property: Id(3)] DateOnly To) : ITextId<PublicationId>
{
    /// <summary>Scope of a product about all courts.</summary>
    public const string City = "city";

    private const string DayForm = "yyyy-MM-dd";

    public string Value => string.Create(CultureInfo.InvariantCulture, $"{Kind}/{Scope}/{From:yyyy-MM-dd}/{To:yyyy-MM-dd}");

    public static PublicationId Of(string kind, CourtId? court, DateOnly from, DateOnly to) => new(kind, court?.Value ?? City, from, to);

    public static PublicationId Parse(string text)
    {
        var parts = text.Split('/');
        return parts.Length == 4 && TryDay(parts[2], out var from) && TryDay(parts[3], out var to)
            ? new PublicationId(parts[0], parts[1], from, to)
            : throw new FormatException("A periodic product is named kind/scope/from/to.");
    }

    private static bool TryDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    public override string ToString() => Value;
}
