namespace PetitionMesh.Bench.Comparison;

/// <summary>What is compared. The names are those of <c>--only</c>.</summary>
internal enum Measure
{
    /// <summary>Receptions per second at full load.</summary>
    Receptions,

    /// <summary>Look-ups by person per second at full load.</summary>
    Lookups,

    /// <summary>One caller's waiting time, receptions and look-ups.</summary>
    Latency,

    /// <summary>Events per second into the journal alone, against raw inserts of the same bytes.</summary>
    Journal,
}
