namespace PetitionMesh.Cluster.Load;

/// <summary>A court of the sample city and one of its leaders, who receives.</summary>
internal sealed record Court(string Id, string Leader);
