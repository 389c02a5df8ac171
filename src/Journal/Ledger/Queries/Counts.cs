using System.Collections.Immutable;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;

namespace PetitionMesh.Journal.Ledger;

/// <summary>What figures are split by.</summary>
[Flags]
public enum CountsBy
{
    /// <summary>One figure for everything.</summary>
    Nothing = 0,
    Court = 1,
    Channel = 2,
    Day = 4,
}

/// <summary>Figures and the point of the journal they are exact for.</summary>
/// <param name="Position">Of the last event that is counted; 0 when there is none.</param>
/// <param name="At">When that event was decided, UTC.</param>
public sealed record Counts(long Position, DateTimeOffset? At, ImmutableArray<CountRow> Rows);

/// <summary>Receptions of one court, channel and day, each null where the figures are not split by it.</summary>
/// <param name="Collective">Of five people or more.</param>
/// <param name="SkipLevel">Level above the receiving court's own tier, never by video (S4, S10).</param>
/// <param name="Persons">Sum of head counts.</param>
/// <param name="ToCity">Of persons whose matter had gone to the city before; likewise province and capital.</param>
/// <param name="Late">Entered after the day itself (W3).</param>
/// <param name="Imported">Of cases that an imported ledger had before.</param>
/// <param name="Civil">By the kind of the original lawsuit; the rest is other or unknown.</param>
public sealed record CountRow(
    CourtId? Court,
    Channel? Channel,
    DateOnly? Day,
    long Receptions,
    long First,
    long Collective,
    long SkipLevel,
    long Persons,
    long ToCity = 0,
    long ToProvince = 0,
    long ToCapital = 0,
    long Late = 0,
    long Imported = 0,
    long Civil = 0,
    long Criminal = 0,
    long Administrative = 0,
    long Enforcement = 0)
{
    public long Repeat => Receptions - First;
}

/// <summary>W14: resolutions of one court on one ground.</summary>
/// <param name="Provisional">Those of <paramref name="Resolved"/> that were promises when they were counted.</param>
public sealed record ResolutionCount(CourtId Court, EndingGround Ground, long Resolved, long Provisional);

/// <param name="Running">Pending, open or reopened.</param>
public sealed record OwnedCases(int All, int Running);
