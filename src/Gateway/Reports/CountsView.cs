using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PetitionMesh.Grains.Cases;
using static System.Text.Json.Serialization.JsonIgnoreCondition;

namespace PetitionMesh.Gateway.Reports;

/// <summary>Figures and the point of the journal for which they are exact.</summary>
internal sealed record CountsView(AsOfView AsOf, ImmutableArray<CountView> Rows);

internal sealed record AsOfView(long Position, DateTimeOffset? At);

/// <summary>
/// One cell; court, channel, day and the one further split are written where the figures are split by them. A further split has receptions only,
/// an outcome resolutions only.
/// </summary>
/// <param name="Turn">Of <c>by=first</c>: first or repeat.</param>
/// <param name="Level">Of <c>by=level</c>.</param>
/// <param name="Kind">Of <c>by=kind</c>: of the original lawsuit.</param>
/// <param name="Source">Of <c>by=source</c>.</param>
/// <param name="Outcome">Of <c>by=outcome</c> (W14).</param>
/// <param name="Resolved">W14: resolutions that stand, promises among them.</param>
internal sealed record CountView(
    [property: JsonIgnore(Condition = WhenWritingNull)] string? Court = null,
    [property: JsonIgnore(Condition = WhenWritingNull)] Channel? Channel = null,
    [property: JsonIgnore(Condition = WhenWritingNull)] DateOnly? Day = null,
    [property: JsonIgnore(Condition = WhenWritingNull)] string? Turn = null,
    [property: JsonIgnore(Condition = WhenWritingNull)] string? Level = null,
    [property: JsonIgnore(Condition = WhenWritingNull)] string? Kind = null,
    [property: JsonIgnore(Condition = WhenWritingNull)] string? Source = null,
    [property: JsonIgnore(Condition = WhenWritingNull)] EndingGround? Outcome = null,
    [property: JsonIgnore(Condition = WhenWritingNull)] long? Receptions = null,
    [property: JsonIgnore(Condition = WhenWritingNull)] long? First = null,
    [property: JsonIgnore(Condition = WhenWritingNull)] long? Repeat = null,
    [property: JsonIgnore(Condition = WhenWritingNull)] long? Collective = null,
    [property: JsonIgnore(Condition = WhenWritingNull)] long? SkipLevel = null,
    [property: JsonIgnore(Condition = WhenWritingNull)] long? Persons = null,
    [property: JsonIgnore(Condition = WhenWritingNull)] long? Resolved = null,
    [property: JsonIgnore(Condition = WhenWritingNull)] long? Provisional = null);
