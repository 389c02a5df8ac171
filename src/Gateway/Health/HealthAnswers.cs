namespace PetitionMesh.Gateway.Health;

/// <summary>The process runs, or how far its start has come.</summary>
internal sealed record LivenessAnswer(string Status);

/// <summary>Ready to serve, or what is missing.</summary>
/// <param name="Status"><c>ready</c> or <c>notReady</c>.</param>
internal sealed record ReadinessAnswer(string Status, bool Journal, bool Keys, bool City);
