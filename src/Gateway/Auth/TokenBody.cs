namespace PetitionMesh.Gateway.Auth;

/// <summary>Body of <c>POST /dev/token</c>.</summary>
internal sealed record TokenBody(string? Sub, string? Name, string? Court, string? Role);

/// <summary>A token of twelve hours.</summary>
internal sealed record TokenAnswer(string Token);
