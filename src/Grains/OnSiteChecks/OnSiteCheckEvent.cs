using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PetitionMesh.Grains.City;

namespace PetitionMesh.Grains.OnSiteChecks;

/// <summary>What happened to an on-site check (Y5). Names and fields are on disk: add to them, never change them.</summary>
/// <remarks>It is about entries and papers: whoever is named is an official, a petitioner never. <c>By</c> is the name of who recorded it.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(Recorded), "on-site-check.recorded.v1")]
[JsonDerivedType(typeof(Rectified), "on-site-check.rectified.v1")]
[JsonDerivedType(typeof(SentBack), "on-site-check.sent-back.v1")]
[JsonDerivedType(typeof(Passed), "on-site-check.passed.v1")]
public abstract record OnSiteCheckEvent
{
    /// <summary>Somebody held a ledger against the papers.</summary>
    /// <param name="Court">Whose ledger it is.</param>
    /// <param name="Inspecting">The court that checks: the same, or the intermediate court.</param>
    /// <param name="Division">Null where the whole court was checked.</param>
    /// <param name="Day">检查日期, a city day.</param>
    /// <param name="From">Of the entries that were checked, as <paramref name="To"/>: included city days.</param>
    /// <param name="Shown">How many entries the ledger itself showed of the court and these days, at that moment.</param>
    /// <param name="Sampled">抽查: how many were looked at.</param>
    /// <param name="Agreeing">相符.</param>
    /// <param name="DueOn">整改期限: last city day to put right what was found; null where nothing was.</param>
    public sealed record Recorded(
        OnSiteCheckId Check,
        CourtId Court,
        CourtId Inspecting,
        string? Division,
        DateOnly Day,
        ImmutableArray<string> Inspectors,
        CheckedRegister Register,
        DateOnly From,
        DateOnly To,
        long Shown,
        int Sampled,
        int Agreeing,
        ImmutableArray<Finding> Findings,
        string? Opinion,
        DateOnly? DueOn,
        string By,
        DateTimeOffset At) : OnSiteCheckEvent;

    /// <summary>整改: the court says what it put right.</summary>
    /// <param name="Day">City day of the record.</param>
    /// <param name="Late">After the last day.</param>
    public sealed record Rectified(OnSiteCheckId Check, string Measures, DateOnly Day, bool Late, string By, DateTimeOffset At) : OnSiteCheckEvent;

    /// <summary>复核: it is not right yet.</summary>
    /// <param name="DueOn">The new last city day.</param>
    public sealed record SentBack(OnSiteCheckId Check, string Reason, DateOnly DueOn, DateOnly Day, string By, DateTimeOffset At) : OnSiteCheckEvent;

    /// <summary>复核合格, and with it the check is closed.</summary>
    public sealed record Passed(OnSiteCheckId Check, DateOnly Day, string By, DateTimeOffset At) : OnSiteCheckEvent;

    private OnSiteCheckEvent()
    {
    }
}

/// <summary>One entry or paper that does not agree.</summary>
/// <param name="Entry">Number or id of the entry, where there is one.</param>
/// <param name="Text">What is wrong; it names no petitioner.</param>
[GenerateSerializer, Immutable, Alias("petition-mesh.on-site-finding")]
public sealed record Finding([property: Id(0)] FindingKind Kind, [property: Id(1)] string? Entry, [property: Id(2)] string Text);
