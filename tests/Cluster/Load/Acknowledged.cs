namespace PetitionMesh.Cluster.Load;

/// <summary>What a court was told with 201, and may rely on from then on.</summary>
internal sealed record Acknowledged(string Key, string Reception, string Case, int Number, bool First, string? Owner);
