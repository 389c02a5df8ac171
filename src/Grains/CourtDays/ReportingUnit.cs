using System.Collections.Immutable;
using PetitionMesh.Grains.City;

namespace PetitionMesh.Grains.CourtDays;

/// <summary>A unit that reports every day (J11), as the city stands now.</summary>
/// <param name="Head">President or division head: reachable while nobody else is named as duty contact; null where the post is vacant.</param>
public sealed record ReportingUnit(UnitId Unit, string Name, Leader? Head);

/// <summary>The units of a city.</summary>
public static class ReportingUnits
{
    /// <summary>Divisions of the intermediate court first, then the basic courts, each in the order of the city's document.</summary>
    public static ImmutableArray<ReportingUnit> Of(CitySnapshot city) =>
    [
        .. city.Document.Courts.Where(c => c.Tier == CourtTier.Intermediate)
            .SelectMany(c => c.Divisions.Select(d => new ReportingUnit(UnitId.Of(c.Id, d), $"{c.Name}{d}", HeadOf(city, c.Id, d)))),
        .. city.Document.Courts.Where(c => c.Tier == CourtTier.Basic)
            .Select(c => new ReportingUnit(UnitId.Of(c.Id), c.Name, HeadOf(city, c.Id, null))),
    ];

    public static ReportingUnit? Find(CitySnapshot city, UnitId unit) => Of(city).FirstOrDefault(u => u.Unit == unit);

    /// <summary>The unit a reception belongs to: the receiver's division at the intermediate court; null where none reports for it.</summary>
    public static UnitId? OfReception(Court court, Leader? receiver) => court.Tier == CourtTier.Basic
        ? UnitId.Of(court.Id)
        : receiver is { Division: { } division } && receiver.Court == court.Id && court.Divisions.Contains(division) ? UnitId.Of(court.Id, division) : null;

    /// <summary>The division's head, else the vice-president in charge of it, else the president.</summary>
    private static Leader? HeadOf(CitySnapshot city, CourtId court, string? division)
    {
        var leaders = city.Document.Leaders.Where(l => l.Active && l.Court == court).ToArray();
        return (division is null ? null : leaders.FirstOrDefault(l => l.Rank == LeaderRank.DivisionHead && l.Division == division)
                ?? leaders.FirstOrDefault(l => l.InChargeOf.Contains(division)))
            ?? leaders.FirstOrDefault(l => l.Rank == LeaderRank.President)
            ?? leaders.FirstOrDefault();
    }
}
