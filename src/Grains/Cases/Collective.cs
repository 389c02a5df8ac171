namespace PetitionMesh.Grains.Cases;

/// <summary>A collective petition (集体访), wherever one is counted or told of.</summary>
public static class Collective
{
    /// <summary>From this many people on a petition is collective.</summary>
    public const int Headcount = 5;
}
