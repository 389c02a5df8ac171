using System.Security.Claims;

namespace PetitionMesh.Peers.Tokens;

/// <summary>The holder of a checked token, read once so that a request need not search claims.</summary>
internal sealed class CallerIdentity(string subject, string court, string role) : ClaimsIdentity("Bearer")
{
    public string Subject { get; } = subject;

    public string Court { get; } = court;

    public string Role { get; } = role;
}
