namespace PetitionMesh.Grains.City;

/// <summary>What the official calendar says of a day.</summary>
public enum DayKind
{
    /// <summary>The year has no data: nobody knows yet.</summary>
    Provisional = 0,
    Working = 1,
    DayOff = 2,
}
