using System.Globalization;

namespace PetitionMesh.Gateway.Imports.Sheets;

/// <summary>One cell. CSV knows only texts; XLSX also numbers and dates, and they are kept because a text form would lose what they are.</summary>
/// <param name="Text">The text, or the number or date as text. Cut off where too long.</param>
/// <param name="Number">The number of a numeric cell.</param>
/// <param name="Date">The date of a cell that the sheet formats as one.</param>
/// <param name="Flaw">Why the cell can't be taken as it stands.</param>
internal readonly record struct SheetCell(string Text, double? Number = null, DateTime? Date = null, SheetCellFlaw Flaw = SheetCellFlaw.None)
{
    /// <summary>Above this a double no longer holds every digit, so an identity number typed as a number has lost its end.</summary>
    private const double FirstInexact = 1e15;

    public static readonly SheetCell Empty = new("");

    /// <summary>The workbook counts its days from 1904.</summary>
    public bool CountsFrom1904 { get; init; }

    public bool IsBlank => Flaw == SheetCellFlaw.None && string.IsNullOrWhiteSpace(Text);

    /// <summary>Of a CSV cell too: Excel saves a long number as it shows it, 9.90101E+17.</summary>
    public bool HasLostDigits => Number is >= FirstInexact
        || (Text.Contains("E+", StringComparison.OrdinalIgnoreCase) && double.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out _));

    public static SheetCell Of(double number) =>
        new(number.ToString(Math.Abs(number) < FirstInexact && number == Math.Floor(number) ? "0" : "R", CultureInfo.InvariantCulture), number);

    public static SheetCell Of(DateTime date) => new(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), null, date);

    /// <summary>A text cell. CSV writers that fear for leading zeros write ="0123": the text within is meant.</summary>
    public static SheetCell Of(string text, int maxLength) =>
        text.Length > maxLength ? new(text[..maxLength], Flaw: SheetCellFlaw.TooLong)
        : text.Length >= 3 && text.StartsWith("=\"", StringComparison.Ordinal) && text.EndsWith('"') ? new(text[2..^1].Replace("\"\"", "\"", StringComparison.Ordinal))
        : text is "#N/A" or "#REF!" or "#VALUE!" or "#NAME?" or "#DIV/0!" or "#NUM!" or "#NULL!" ? new("", Flaw: SheetCellFlaw.FormulaError)
        : new(text);
}
