using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PetitionMesh.Grains.Cases;

namespace PetitionMesh.Gateway.Reports;

/// <summary>Figures and the point of the journal for which they are exact.</summary>
internal sealed record CountsView(AsOfView AsOf, ImmutableArray<CountView> Rows);

internal sealed record AsOfView(long Position, DateTimeOffset? At);

/// <summary>
/// One cell; court, channel, day and the one further split stand in it where the figures are split by them. A further split has receptions only,
/// an outcome resolutions only.
/// </summary>
internal sealed record CountView
{
    [JsonPropertyOrder(-9), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Court { get; init; }

    [JsonPropertyOrder(-8), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Channel? Channel { get; init; }

    [JsonPropertyOrder(-7), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? Day { get; init; }

    /// <summary>Of <c>by=first</c>: first or repeat; <c>level</c>; <c>kind</c> of the original lawsuit; <c>source</c>; <c>outcome</c> (W14).</summary>
    [JsonPropertyOrder(-6), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Turn { get; init; }

    [JsonPropertyOrder(-5), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Level { get; init; }

    [JsonPropertyOrder(-4), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Kind { get; init; }

    [JsonPropertyOrder(-3), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Source { get; init; }

    [JsonPropertyOrder(-2), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EndingGround? Outcome { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Receptions { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? First { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Repeat { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Collective { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? SkipLevel { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Persons { get; init; }

    /// <summary>W14: resolutions that stand, promises among them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Resolved { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Provisional { get; init; }
}
