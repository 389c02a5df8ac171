using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PetitionMesh.Grains.Cases;

namespace PetitionMesh.Grains.LawsuitScreenings;

/// <summary>What happened to a unit's screening of its lawsuits of a month (S2). Names and fields are on disk: add to them, never change them.</summary>
/// <remarks>It is about lawsuits: whoever is named is an official, a party never. <c>By</c> is the name of who recorded it.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(Reported), "lawsuit-screening.reported.v1")]
[JsonDerivedType(typeof(Corrected), "lawsuit-screening.corrected.v1")]
[JsonDerivedType(typeof(Settled), "lawsuit-screening.settled.v1")]
public abstract record LawsuitScreeningEvent
{
    /// <summary>The unit says what it screened and what it found; nothing found is said too.</summary>
    /// <param name="OpenLawsuits">Open lawsuits that were screened.</param>
    /// <param name="ClosedLawsuits">Closed ones.</param>
    /// <param name="Found">Those that may be petitioned about.</param>
    /// <param name="Day">City day.</param>
    /// <param name="Late">After the last day.</param>
    public sealed record Reported(
        LawsuitScreeningId Screening, int OpenLawsuits, int ClosedLawsuits, ImmutableArray<ScreenedLawsuit> Found, DateOnly Day, bool Late, string By, DateTimeOffset At)
        : LawsuitScreeningEvent;

    /// <summary>Told anew as a whole; what was settled stays settled where its lawsuit is still among them.</summary>
    /// <param name="Left">Lawsuits of <paramref name="Found"/> that are not settled.</param>
    public sealed record Corrected(
        LawsuitScreeningId Screening, int OpenLawsuits, int ClosedLawsuits, ImmutableArray<ScreenedLawsuit> Found, int Left, string Reason, string By, DateTimeOffset At)
        : LawsuitScreeningEvent;

    /// <summary>The measures for a lawsuit are done.</summary>
    /// <param name="Outcome">What came of them; it names no party.</param>
    /// <param name="Left">Lawsuits of the screening that are not settled after this one.</param>
    public sealed record Settled(LawsuitScreeningId Screening, CaseNumber Number, string Outcome, int Left, DateOnly Day, string By, DateTimeOffset At) : LawsuitScreeningEvent;

    private LawsuitScreeningEvent()
    {
    }
}

/// <summary>A lawsuit that may be petitioned about: what it is that may be, and what is done before it is.</summary>
/// <param name="Risk">In words; it names no party.</param>
/// <param name="Responsible">The official who sees to it, by name.</param>
/// <param name="DueOn">Last city day of the measures; null where none was set.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.screened-lawsuit")]
public sealed record ScreenedLawsuit(
    [property: Id(0)] CaseNumber Number,
    [property: Id(1)] LawsuitStage Stage,
    [property: Id(2)] RiskGround Ground,
    [property: Id(3)] string Risk,
    [property: Id(4)] string Measures,
    [property: Id(5)] string Responsible,
    [property: Id(6)] DateOnly? DueOn);
