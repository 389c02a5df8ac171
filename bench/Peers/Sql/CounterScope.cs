namespace PetitionMesh.Peers.Sql;

/// <summary>How fine the hot counter is: a row per court and day, or a row per court, day and channel (less contended).</summary>
internal sealed class CounterScope(bool perChannel)
{
    public string ChannelOf(string channel) => perChannel ? channel : "all";
}
