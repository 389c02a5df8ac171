using System.Text.Json.Serialization;
using PetitionMesh.Grains.City;

namespace PetitionMesh.Grains.CourtDays;

/// <summary>J11: who reports every day: a basic court (<c>dg</c>) or a division of the intermediate court (<c>zy:民一庭</c>).</summary>
[JsonConverter(typeof(TextIdConverter<UnitId>))]
[GenerateSerializer, Immutable, Alias("petition-mesh.unit-id")]
public readonly record struct UnitId([property: Id(0)] string Value) : ITextId<UnitId>
{
    private const char Mark = ':';
    private const int Longest = 129;

    /// <summary>The court, or the court the division belongs to.</summary>
    public CourtId Court => new(Value.Split(Mark)[0]);

    /// <summary>Null for a basic court as a whole.</summary>
    public string? Division => Value.IndexOf(Mark, StringComparison.Ordinal) is var at and >= 0 ? Value[(at + 1)..] : null;

    public static UnitId Of(CourtId court) => new(court.Value);

    public static UnitId Of(CourtId court, string division) => new($"{court}{Mark}{division}");

    public static UnitId Parse(string text) =>
        text.Length is > 0 and <= Longest && !text.Contains('/', StringComparison.Ordinal)
            ? new(text)
            : throw new FormatException("A reporting unit is named court or court:division.");

    public override string ToString() => Value;
}
