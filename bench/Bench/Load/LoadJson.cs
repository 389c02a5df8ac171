using System.Text.Json.Serialization;

namespace PetitionMesh.Bench.Load;

/// <summary>The lines between the bench and its generator process.</summary>
[JsonSerializable(typeof(RoundOrder))]
[JsonSerializable(typeof(RoundResult))]
internal sealed partial class LoadJson : JsonSerializerContext;
