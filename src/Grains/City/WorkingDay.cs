namespace PetitionMesh.Grains.City;

/// <summary>A counted working day. Provisional: years without a notice were counted by the week alone, so the date may yet move.</summary>
public readonly record struct WorkingDay(DateOnly Date, bool IsProvisional);
