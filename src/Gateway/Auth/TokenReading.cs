namespace PetitionMesh.Gateway.Auth;

/// <summary>What checking a token gave: an identity and the instant until which it may be believed unchecked, or why not (Chinese).</summary>
internal readonly record struct TokenReading(ActorIdentity? Identity, DateTimeOffset Until, string? Problem)
{
    public static TokenReading Refused(string problem) => new(null, default, problem);
}
