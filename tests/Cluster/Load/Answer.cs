using System.Net;

namespace PetitionMesh.Cluster.Load;

/// <summary>What came back for one call; status 0 when the connection broke.</summary>
internal sealed record Answer(HttpStatusCode Status, string Body, TimeSpan Took, bool HasRetryAfter)
{
    public bool IsBroken => Status == 0;
}
