using PetitionMesh.Grains.City;

namespace PetitionMesh.Grains.CourtDays;

/// <summary>What a decision about a unit's day stands on besides its own events.</summary>
/// <param name="Due">Instant at which the report is due.</param>
/// <param name="Today">City day of the decision.</param>
public sealed record CourtDayGround(CourtDayId Day, DateTimeOffset Due, DateOnly Today)
{
    public static CourtDayGround Of(CourtDayId day, CitySnapshot city, ReportingTerms terms, DateTimeOffset now) =>
        new(day, city.At(day.Date, terms.CutOff(day.Unit)), city.DayOf(now));
}
