using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PetitionMesh.Grains.City;

/// <summary>
/// One year's notice of the State Council: its holidays and the weekend days worked in exchange (W17). A notice may also
/// name days of the December before and of the January after.
/// </summary>
public sealed record WorkingCalendarYear
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    public required int Year { get; init; }

    public required string Region { get; init; }

    /// <summary>The number of the notice that the days were taken from.</summary>
    public required string Notice { get; init; }

    /// <summary>Whether somebody has compared the days with the notice itself.</summary>
    public required bool NoticeVerified { get; init; }

    public required ImmutableArray<DateOnly> Holidays { get; init; }

    public required ImmutableArray<DateOnly> MakeUpWorkdays { get; init; }

    /// <summary>Reads one year file.</summary>
    /// <exception cref="FormatException">Not such a file, or a day that its year's notice can't name.</exception>
    public static WorkingCalendarYear FromJson(string json)
    {
        WorkingCalendarYear year;
        try
        {
            year = JsonSerializer.Deserialize<WorkingCalendarYear>(json, Json) ?? throw new FormatException("A calendar file holds null.");
        }
        catch (JsonException e)
        {
            throw new FormatException($"A calendar file can't be read: {e.Message}", e);
        }
        if (year.Holidays.IsDefault || year.MakeUpWorkdays.IsDefault)
            throw new FormatException($"The calendar of {year.Year} lacks its days.");
        var first = new DateOnly(year.Year - 1, 12, 1);
        var last = new DateOnly(year.Year + 1, 1, 31);
        foreach (var day in year.Holidays.Concat(year.MakeUpWorkdays))
        {
            if (day < first || day > last)
                throw new FormatException($"The calendar of {year.Year} names {day:O}, which its notice can't.");
        }
        return year;
    }
}
