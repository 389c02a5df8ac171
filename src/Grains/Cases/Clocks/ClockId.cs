using System.Text.Json.Serialization;

namespace PetitionMesh.Grains.Cases.Clocks;

/// <summary>One clock of one case, for example <c>meet-2</c>: the second time that its owner was given days to meet the petitioner.</summary>
[JsonConverter(typeof(TextIdConverter<ClockId>))]
[GenerateSerializer, Immutable, Alias("petition-mesh.clock-id")]
public readonly record struct ClockId([property: Id(0)] string Value) : ITextId<ClockId>
{
    /// <param name="number">From 1, counted per kind within a case.</param>
    public static ClockId Of(ClockKind kind, int number) => new($"{EnumWords.Of(kind)}-{number}");

    public static ClockId Parse(string text) =>
        text.Length is > 0 and <= 64 ? new(text) : throw new FormatException("An id has 1 to 64 characters.");

    public override string ToString() => Value;
}
