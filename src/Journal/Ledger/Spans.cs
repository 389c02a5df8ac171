namespace PetitionMesh.Journal.Ledger;

/// <summary>The spans of days a tally cell may cover. A range of dates is the sum of whole months and days at its edges.</summary>
internal static class Spans
{
    public const char Day = 'd';
    public const char Month = 'm';

    public static DateOnly StartOfMonth(DateOnly day) => new(day.Year, day.Month, 1);

    public static string Text(char span) => span switch
    {
        Day => "d",
        Month => "m",
        _ => throw new ArgumentOutOfRangeException(nameof(span), span, "No such span."),
    };
}
