using System.Collections.Frozen;
using System.Text.Json;

namespace PetitionMesh.Peers.Contract;

/// <summary>Courts' leaders in memory: no peer should pay a query for a name that changes twice a year.</summary>
internal sealed class CityDirectory
{
    private readonly FrozenDictionary<string, Leader> _leaders;

    private CityDirectory(Document document) => _leaders = document.Leaders.ToFrozenDictionary(l => l.Id, StringComparer.Ordinal);

    internal sealed record Leader(string Id, string Court, string Name, string Post);

    internal sealed record Document(Leader[] Leaders);

    public static CityDirectory Load()
    {
        using var stream = typeof(CityDirectory).Assembly.GetManifestResourceStream("city.json")!;
        return new CityDirectory(JsonSerializer.Deserialize(stream, ContractJson.Default.Document)!);
    }

    public Leader? Find(string id) => _leaders.GetValueOrDefault(id);

    public OwnerView Owner(string id)
    {
        var leader = _leaders[id];
        return new OwnerView(id, leader.Name, leader.Post, leader.Court, "firstReceiver");
    }
}
