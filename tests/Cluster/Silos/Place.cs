using PetitionMesh.Cluster.Running;
using PetitionMesh.Tests;

namespace PetitionMesh.Cluster.Silos;

/// <summary>Where a silo runs and is reached; it comes back there after its death.</summary>
/// <param name="Address">IP address for the other silos and the gateway.</param>
/// <param name="Http">Where courts could call it directly.</param>
/// <param name="Network">Network namespace; null for the machine's own.</param>
/// <param name="Database">Connection string as seen from there; null when it is everybody's.</param>
internal sealed record Place(string Address, int SiloPort, int ClientsPort, Uri Http, string? Network = null, string? Database = null)
{
    public static Place OnLoopback() => new("127.0.0.1", FreePort.Take(), FreePort.Take(), new Uri($"http://127.0.0.1:{FreePort.Take()}"));
}
