using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;

namespace PetitionMesh.Gateway.Cases;

/// <summary>在办天数: the two counters of a case, up to its end as long as that end holds.</summary>
internal static class CaseDays
{
    /// <param name="endedOn">Of the latest end, whether or not it still holds.</param>
    /// <param name="asOf">Today, or the last day of what is told.</param>
    public static DateOnly Until(CaseStatus status, DateOnly? endedOn, DateOnly asOf) => !status.IsRunning() && endedOn is { } end ? end : asOf;

    /// <summary>Days since it was opened.</summary>
    public static int Age(DateOnly openedOn, DateOnly until) => Math.Max(until.DayNumber - openedOn.DayNumber, 0);

    /// <summary>Days in the hands that hold it now; in nobody's before, those since it was opened.</summary>
    public static int Held(DateTimeOffset? since, DateOnly openedOn, CitySnapshot city, DateOnly until) =>
        Age(since is { } held ? city.DayOf(held) : openedOn, until);
}
