namespace PetitionMesh.Embedded.Figures;

/// <summary>One call that took long. Whose grain it was is not kept: a key may stand for a person.</summary>
/// <param name="At">When it was answered.</param>
public sealed record SlowCall(string Grain, string Method, TimeSpan Took, bool Failed, DateTimeOffset At);
