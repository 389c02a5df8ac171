using System.Text.Json.Serialization;

namespace PetitionMesh.Grains.Rosters;

/// <summary>A swap (W16). The text names the one or two months it touches, so that it finds its rosters by itself: <c>2026-11.2026-12.4f…</c>.</summary>
[JsonConverter(typeof(TextIdConverter<SwapId>))]
[GenerateSerializer, Immutable, Alias("petition-mesh.swap-id")]
public readonly record struct SwapId([property: Id(0)] string Value) : ITextId<SwapId>
{
    private const int LongestText = 2 * 8 + 32;

    /// <param name="unique">Derived from the command, so that its repeat names the same swap.</param>
    public static SwapId Of(Guid unique, DateOnly one, DateOnly other)
    {
        var months = new[] { RosterId.MonthText(one), RosterId.MonthText(other) }.Distinct().Order(StringComparer.Ordinal);
        return new SwapId($"{string.Join('.', months)}.{unique:N}");
    }

    public static SwapId Parse(string text) => TryParse(text, out var id) ? id : throw new FormatException("This is no id of a swap.");

    public static bool TryParse(string text, out SwapId id)
    {
        id = new SwapId(text);
        var parts = text.Length <= LongestText ? text.Split('.') : [];
        return parts.Length is 2 or 3
            && Guid.TryParseExact(parts[^1], "N", out _)
            && parts[..^1].All(m => RosterId.TryParseMonth(m, out _))
            && (parts.Length == 2 || string.CompareOrdinal(parts[0], parts[1]) < 0);
    }

    /// <summary>First days of the months it touches, ascending.</summary>
    public IReadOnlyList<DateOnly> Months() => [.. Value.Split('.')[..^1].Select(m => RosterId.TryParseMonth(m, out var month) ? month : throw new FormatException("This is no id of a swap."))];

    public override string ToString() => Value;
}
