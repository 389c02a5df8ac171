namespace PetitionMesh.Journal.Ledger;

/// <summary>The spans of days a tally cell may cover. A range of dates is the sum of whole months and days at its edges.</summary>
internal static class Spans
{
    public const char Day = 'd';
    public const char Month = 'm';

    /// <summary>A day of one division of the intermediate court: never part of a court's figures.</summary>
    public const char UnitDay = 'u';

    public static DateOnly StartOfMonth(DateOnly day) => new(day.Year, day.Month, 1);

    public static string Text(char span) => span switch
    {
        Day => "d",
        Month => "m",
        UnitDay => "u",
        _ => throw new ArgumentOutOfRangeException(nameof(span), span, "No such span."),
    };
}
