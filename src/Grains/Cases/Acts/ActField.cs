using System.Text.Json.Serialization;

namespace PetitionMesh.Grains.Cases.Acts;

/// <summary>What stands in a field of an act's form.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<FieldKind>))]
public enum FieldKind
{
    /// <summary>A short text about officials, places and papers, stored readable. Nothing personal of a petitioner belongs here.</summary>
    Plain,

    /// <summary>A text that may speak of persons: sealed with the petitioner's data key.</summary>
    Narrative,

    /// <summary>A city day.</summary>
    Day,
    Instant,
    Leader,
    Court,

    /// <summary>A whole number of 1 or more.</summary>
    Number,

    /// <summary>Yuan, at most two decimals.</summary>
    Amount,
    Flag,
    Choice,

    /// <summary>Days per clock, by the clock's word.</summary>
    Limits,

    /// <summary>The act that this one answers.</summary>
    ActOf,
    Clock,

    /// <summary>Ids of papers of this case.</summary>
    Papers,

    /// <summary>Judgments of the original case (W12).</summary>
    Judgments,
}

/// <summary>One field of a form.</summary>
/// <param name="Name">In JSON.</param>
/// <param name="Title">As people read it.</param>
/// <param name="Choices">The words of a <see cref="FieldKind.Choice"/>.</param>
public sealed record ActField(string Name, string Title, FieldKind Kind, bool Required, params string[] Choices)
{
    /// <summary>Longest narrative in characters.</summary>
    public const int LongestNarrative = 20_000;

    /// <summary>Longest plain text in characters.</summary>
    public const int LongestPlain = 200;

    /// <summary>An instant that is arranged, so still to come; any other has passed.</summary>
    public bool Ahead { get; init; }
}

/// <summary>One filled-in field, as text in one normal form.</summary>
[GenerateSerializer, Immutable, Alias("petition-mesh.fact")]
public sealed record Fact([property: Id(0)] string Name, [property: Id(1)] string Value);
