namespace PetitionMesh.Grains.ReceptionDays;

/// <summary>Limits of leader reception days (S7 names none; a court may set its own).</summary>
/// <param name="BookUntil">How long before the day begins the last appointment can be made.</param>
public sealed record ReceptionDaysTerms(TimeSpan BookUntil);
