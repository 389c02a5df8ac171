using System.Text.Json;
using System.Text.Json.Serialization;

namespace PetitionMesh.Grains.Cases;

/// <summary>The JSON of a case's snapshot. It is a cache of one build, so its form may change at will.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(CaseState))]
public sealed partial class CaseStateJson : JsonSerializerContext;
