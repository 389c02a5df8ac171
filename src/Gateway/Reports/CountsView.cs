using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PetitionMesh.Grains.Cases;

namespace PetitionMesh.Gateway.Reports;

/// <summary>Figures and the point of the journal for which they are exact.</summary>
internal sealed record CountsView(AsOfView AsOf, ImmutableArray<CountView> Rows);

internal sealed record AsOfView(long Position, DateTimeOffset? At);

/// <summary>One cell; court, channel and day stand in it where the figures are split by them.</summary>
internal sealed record CountView(long Receptions, long First, long Repeat, long Collective, long SkipLevel)
{
    [JsonPropertyOrder(-3), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Court { get; init; }

    [JsonPropertyOrder(-2), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Channel? Channel { get; init; }

    [JsonPropertyOrder(-1), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? Day { get; init; }
}
