using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Simulation.Processes;

/// <summary>Three courts with two leaders each: few, so that they meet often.</summary>
internal sealed class CityOfTheTest : ICityDirectory
{
    public static CityOfTheTest Instance { get; } = new();

    public CitySnapshot Current { get; } = new(
        new CityDocument("模拟市", "Asia/Shanghai", [Court("zy", CourtTier.Intermediate), Court("dg", CourtTier.Basic), Court("xh", CourtTier.Basic)],
            [Leader("L1", "zy"), Leader("L2", "zy"), Leader("L3", "dg"), Leader("L4", "dg"), Leader("L5", "xh"), Leader("L6", "xh")]),
        version: 1);

    public IReadOnlyList<Leader> LeadersOf(CourtId court) => [.. Current.Document.Leaders.Where(l => l.Court == court)];

    private static Court Court(string id, CourtTier tier) => new(new CourtId(id), $"鲁{id}", $"{id}法院", tier, []);

    private static Leader Leader(string id, string court) => new(
        new LeaderId(id), new CourtId(court), $"{id}院长", "副院长", LeaderRank.VicePresident, null, [], [], QuotaJudge: true, Active: true);
}
