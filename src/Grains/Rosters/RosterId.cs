using System.Globalization;
using System.Text.Json.Serialization;
using PetitionMesh.Grains.City;

namespace PetitionMesh.Grains.Rosters;

/// <summary>The roster of one court for one month, for example <c>dg/2026-11</c>.</summary>
/// <param name="Month">The first day of the month.</param>
[JsonConverter(typeof(TextIdConverter<RosterId>))]
[GenerateSerializer, Immutable, Alias("petition-mesh.roster-id")]
public readonly record struct RosterId([property: Id(0)] CourtId Court, [property: Id(1)] DateOnly Month) : ITextId<RosterId>, IComparable<RosterId>
{
    private const string MonthForm = "yyyy-MM";

    public string Value => $"{Court}/{MonthText(Month)}";

    public DateOnly LastDay => Month.AddMonths(1).AddDays(-1);

    /// <summary>The roster that holds a day.</summary>
    public static RosterId Of(CourtId court, DateOnly day) => new(court, new DateOnly(day.Year, day.Month, 1));

    /// <summary>Those that hold the days from one to another, in order.</summary>
    public static IEnumerable<RosterId> Between(CourtId court, DateOnly from, DateOnly to)
    {
        for (var roster = Of(court, from); roster.Month <= to; roster = roster with { Month = roster.Month.AddMonths(1) })
            yield return roster;
    }

    public static RosterId Parse(string text)
    {
        var slash = text.LastIndexOf('/');
        return slash > 0 && TryParseMonth(text[(slash + 1)..], out var month)
            ? new RosterId(CourtId.Parse(text[..slash]), month)
            : throw new FormatException("A roster is named court/yyyy-MM.");
    }

    public static bool TryParseMonth(string? text, out DateOnly month) =>
        DateOnly.TryParseExact(text, MonthForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out month) && IsPlausible(month);

    /// <summary>Rosters are of this century; any other year is a slip of the pen.</summary>
    public static bool IsPlausible(DateOnly day) => day.Year is >= 2000 && day <= Last;

    /// <summary>The last day of the last roster.</summary>
    public static DateOnly Last => new(2099, 12, 31);

    public static string MonthText(DateOnly month) => month.ToString(MonthForm, CultureInfo.InvariantCulture);

    public bool Holds(DateOnly day) => day >= Month && day <= LastDay;

    /// <summary>Ascending order of keys: the one order in which turns are nested.</summary>
    public int CompareTo(RosterId other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;

    public static bool operator <(RosterId left, RosterId right) => left.CompareTo(right) < 0;

    public static bool operator >(RosterId left, RosterId right) => left.CompareTo(right) > 0;

    public static bool operator <=(RosterId left, RosterId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(RosterId left, RosterId right) => left.CompareTo(right) >= 0;
}
