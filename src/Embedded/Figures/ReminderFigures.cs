namespace PetitionMesh.Embedded.Figures;

/// <summary>Reminders of one kind of grain and one name: how many there are and when the next one rings.</summary>
public sealed record ReminderFigures(string Grain, string Name, int Count, DateTimeOffset Next);
