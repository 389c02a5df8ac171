using System.Globalization;
using System.Text.Json.Serialization;
using PetitionMesh.Grains.CourtDays;

namespace PetitionMesh.Grains.LawsuitScreenings;

/// <summary>One unit's screening of a month (S2), for example <c>dg/2026-11</c>.</summary>
/// <param name="Month">Its first day.</param>
[JsonConverter(typeof(TextIdConverter<LawsuitScreeningId>))]
[GenerateSerializer, Immutable, Alias("petition-mesh.lawsuit-screening-id")]
public readonly record struct LawsuitScreeningId([property: Id(0)] UnitId Unit, [property: Id(1)] DateOnly Month) : ITextId<LawsuitScreeningId>
{
    private const string MonthForm = "yyyy-MM";

    public string Value => $"{Unit}/{Month.ToString(MonthForm, CultureInfo.InvariantCulture)}";

    /// <summary>Last city day on which the unit reports in time.</summary>
    public DateOnly DueOn => DueOnOf(Month);

    public static DateOnly DueOnOf(DateOnly month) => month.AddMonths(1).AddDays(LawsuitScreeningDecider.DaysToReport - 1);

    public static bool TryMonth(string? text, out DateOnly month) =>
        DateOnly.TryParseExact(text, MonthForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out month);

    public static LawsuitScreeningId Parse(string text)
    {
        var slash = text.LastIndexOf('/');
        return slash > 0 && TryMonth(text[(slash + 1)..], out var month)
            ? new LawsuitScreeningId(UnitId.Parse(text[..slash]), month)
            : throw new FormatException("A unit's screening is named unit/yyyy-MM.");
    }

    public override string ToString() => Value;
}
