using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Grains.Cases;

/// <summary>What a decision about work stands on besides the case: city, limits and time as they are at the moment of asking.</summary>
/// <param name="Today">City day of <paramref name="Now"/>.</param>
public sealed record CaseGround(CitySnapshot City, CaseTerms Terms, DateTimeOffset Now, DateOnly Today)
{
    public static CaseGround Of(CitySnapshot city, CaseTerms terms, DateTimeOffset now) => new(city, terms, now, city.DayOf(now));

    /// <summary>The leader who acts, if the subject of his token is one of the city's.</summary>
    public Leader? LeaderOf(Actor actor) => actor.Role == Role.Leader ? City.Leader(new LeaderId(actor.Subject)) : null;

    /// <summary>24:00 of a day.</summary>
    public DateTimeOffset EndOf(DateOnly day) => City.At(day.AddDays(1), TimeOnly.MinValue);
}
