using System.Globalization;
using System.Text.Json.Serialization;

namespace PetitionMesh.Grains.CourtDays;

/// <summary>One unit's calendar day, for example <c>dg/2026-11-21</c>.</summary>
[JsonConverter(typeof(TextIdConverter<CourtDayId>))]
[GenerateSerializer, Immutable, Alias("petition-mesh.court-day-id")]
public readonly record struct CourtDayId([property: Id(0)] UnitId Unit, [property: Id(1)] DateOnly Date) : ITextId<CourtDayId>
{
    private const string DayForm = "yyyy-MM-dd";

    public string Value => $"{Unit}/{Date.ToString(DayForm, CultureInfo.InvariantCulture)}";

    public static CourtDayId Parse(string text)
    {
        var slash = text.LastIndexOf('/');
        return slash > 0 && DateOnly.TryParseExact(text[(slash + 1)..], DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? new CourtDayId(UnitId.Parse(text[..slash]), date)
            : throw new FormatException("A unit's day is named unit/yyyy-MM-dd.");
    }

    public override string ToString() => Value;
}
