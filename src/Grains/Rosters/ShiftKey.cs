namespace PetitionMesh.Grains.Rosters;

/// <summary>Names a shift within a court. Ordered by day, then by hour.</summary>
[GenerateSerializer, Immutable, Alias("petition-mesh.shift-key")]
public readonly record struct ShiftKey([property: Id(0)] DateOnly Date, [property: Id(1)] ShiftKind Kind) : IComparable<ShiftKey>
{
    public int CompareTo(ShiftKey other) => Date == other.Date ? Kind.CompareTo(other.Kind) : Date.CompareTo(other.Date);

    /// <summary>As a sentence names it: <c>11月20日上午</c>.</summary>
    public string Words => $"{Date.Month}月{Date.Day}日{Kind.Chinese()}";

    public static bool operator <(ShiftKey left, ShiftKey right) => left.CompareTo(right) < 0;

    public static bool operator >(ShiftKey left, ShiftKey right) => left.CompareTo(right) > 0;

    public static bool operator <=(ShiftKey left, ShiftKey right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ShiftKey left, ShiftKey right) => left.CompareTo(right) >= 0;
}
