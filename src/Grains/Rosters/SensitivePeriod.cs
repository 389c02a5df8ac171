using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Grains.Rosters;

/// <summary>W17: days, both included, on which leaders of the intermediate court serve at the basic courts linked to them.</summary>
/// <param name="Name">What it is called, unique within a roster, for example <c>国庆期间</c>.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.sensitive-period")]
public sealed record SensitivePeriod([property: Id(0)] string Name, [property: Id(1)] DateOnly From, [property: Id(2)] DateOnly To)
{
    public bool Covers(DateOnly day) => day >= From && day <= To;

    /// <summary>
    /// Where a leader serves on a day. The same answer in every roster that knows the period, so that two courts never count on one leader
    /// and need not ask each other. One court leader stays at the intermediate court each day, in turn, so that J2 can be kept there.
    /// </summary>
    public static CourtId PlaceOf(Leader leader, DateOnly day, IEnumerable<SensitivePeriod> periods, CitySnapshot city)
    {
        if (leader.LinkedCourts.IsEmpty || city.Court(leader.Court)?.Tier != CourtTier.Intermediate || !periods.Any(p => p.Covers(day)))
            return leader.Court;
        return leader.Id == StaysHome(leader.Court, day, city) ? leader.Court : leader.LinkedCourts[day.DayNumber % leader.LinkedCourts.Length];
    }

    private static LeaderId? StaysHome(CourtId court, DateOnly day, CitySnapshot city)
    {
        var leading = city.Document.Leaders
            .Where(l => l.Active && l.Court == court && l.IsCourtLeader())
            .OrderBy(l => l.Id.Value, StringComparer.Ordinal)
            .ToArray();
        return leading.Length == 0 || leading.Any(l => l.LinkedCourts.IsEmpty) ? null : leading[day.DayNumber % leading.Length].Id;
    }
}

/// <summary>J2 speaks of court leaders: presidents and vice-presidents.</summary>
public static class CourtLeaders
{
    public static bool IsCourtLeader(this Leader leader) => leader.Rank is LeaderRank.President or LeaderRank.VicePresident;
}
