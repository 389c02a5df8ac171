using System.Globalization;

namespace PetitionMesh.Gateway.Documents;

/// <summary>One cell of a table that goes into a page, a sheet or a paper. Its kind decides how it is written: a text stays a text whatever it begins with.</summary>
internal readonly record struct SheetCell
{
    private SheetCell(CellKind kind, string? text, decimal number, DateOnly day) => (Kind, Text, Number, Day) = (kind, text, number, day);

    public CellKind Kind { get; }
    public string? Text { get; }
    public decimal Number { get; }
    public DateOnly Day { get; }

    public static SheetCell Empty => default;

    public static SheetCell Of(string? text) => text is null ? default : new(CellKind.Text, text, 0, default);

    public static SheetCell Of(long number) => new(CellKind.Number, null, number, default);

    public static SheetCell Of(DateOnly? day) => day is { } some ? new(CellKind.Day, null, 0, some) : default;

    /// <param name="share">0.25 is 25 %; null where the denominator is nil.</param>
    public static SheetCell Percent(decimal? share) => share is { } some ? new(CellKind.Percent, null, decimal.Round(some, 4), default) : default;

    /// <summary>As people read it; empty for an empty cell.</summary>
    public string Show() => Kind switch
    {
        CellKind.Empty => "",
        CellKind.Text => Text!,
        CellKind.Number => Number.ToString("0", CultureInfo.InvariantCulture),
        CellKind.Percent => (Number * 100).ToString("0.00", CultureInfo.InvariantCulture) + "%",
        CellKind.Day => Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException($"No words for a cell of kind {Kind}."),
    };
}

internal enum CellKind
{
    Empty,
    Text,
    Number,
    Percent,
    Day,
}
