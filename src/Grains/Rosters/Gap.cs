namespace PetitionMesh.Grains.Rosters;

/// <summary>What a roster still lacks. Shown, never filled silently.</summary>
/// <param name="Kind">The shift without leader; null when the day as a whole lacks something.</param>
/// <param name="Rule">W17: a shift without leader. J2: a working day without a court leader.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.roster-gap")]
public sealed record Gap(
    [property: Id(0)] DateOnly Date,
    [property: Id(1)] ShiftKind? Kind,
    [property: Id(2)] string Rule,
    [property: Id(3)] string Words);
