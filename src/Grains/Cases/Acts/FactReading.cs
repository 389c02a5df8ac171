using System.Collections.Immutable;
using System.Globalization;

namespace PetitionMesh.Grains.Cases.Acts;

/// <summary>Reads filled-in fields by name. They were brought into one normal form at the door.</summary>
public static class FactReading
{
    public static string? Value(this ImmutableArray<Fact> facts, string name) => facts.FirstOrDefault(f => f.Name == name)?.Value;

    public static DateOnly? Day(this ImmutableArray<Fact> facts, string name) =>
        facts.Value(name) is { } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    public static DateTimeOffset? Instant(this ImmutableArray<Fact> facts, string name) =>
        facts.Value(name) is { } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind) : null;

    public static bool Flag(this ImmutableArray<Fact> facts, string name) => facts.Value(name) == "true";

    /// <summary>A fact of a recorded act, or null.</summary>
    public static string? Fact(this CaseEvent.Acted acted, string name) => acted.Facts.Value(name);
}
