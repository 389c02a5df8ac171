using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Simulation.Processes;

/// <summary>Three courts, each with its president and a vice-president: few, so that they meet often.</summary>
internal sealed class CityOfTheTest : ICityDirectory
{
    /// <summary>Of every court.</summary>
    public const string Division = "执行局";

    public static CityOfTheTest Instance { get; } = new();

    public CitySnapshot Current { get; } = new(
        new CityDocument("模拟市", "Asia/Shanghai", [Court("zy", CourtTier.Intermediate), Court("dg", CourtTier.Basic), Court("xh", CourtTier.Basic)],
            [
                Leader("L1", "zy", LeaderRank.President), Leader("L2", "zy"), Leader("L3", "dg", LeaderRank.President), Leader("L4", "dg"),
                Leader("L5", "xh", LeaderRank.President), Leader("L6", "xh"),
            ]),
        version: 1);

    public IReadOnlyList<Leader> LeadersOf(CourtId court) => [.. Current.Document.Leaders.Where(l => l.Court == court)];

    private static Court Court(string id, CourtTier tier) => new(new CourtId(id), $"鲁{id}", $"{id}法院", tier, [Division]);

    private static Leader Leader(string id, string court, LeaderRank rank = LeaderRank.VicePresident) => new(
        new LeaderId(id), new CourtId(court), $"{id}院长", "院领导", rank, null, [], [], QuotaJudge: true, Active: true);
}
