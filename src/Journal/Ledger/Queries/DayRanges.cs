namespace PetitionMesh.Journal.Ledger;

/// <summary>A range of days without its inner structure; empty when it ends before it starts.</summary>
internal readonly record struct DayRange(DateOnly From, DateOnly To)
{
    public static DayRange Empty { get; } = new(DateOnly.MinValue.AddDays(1), DateOnly.MinValue);

    public bool Contains(DateOnly day) => From <= day && day <= To;
}

/// <summary>
/// A range of dates cut into whole months and single days at the edges, so that a figure adds few cells however long the range is
/// and however many receptions it holds.
/// </summary>
internal sealed record DayRanges(DayRange HeadDays, DayRange Months, DayRange TailDays)
{
    private static readonly DateOnly LastDay = new(9998, 12, 31);

    /// <param name="singleDays">The figures are split by day, so every day has to be looked at.</param>
    public static DayRanges Of(DateOnly from, DateOnly to, bool singleDays)
    {
        if (to > LastDay)
            to = LastDay;
        var daysOnly = new DayRanges(new DayRange(from, to), DayRange.Empty, DayRange.Empty);
        if (singleDays || from > to)
            return daysOnly;

        var months = from.Day == 1 ? from : Spans.StartOfMonth(from).AddMonths(1);
        var monthsEnd = Spans.StartOfMonth(to.AddDays(1));
        return months >= monthsEnd
            ? daysOnly
            : new DayRanges(Before(from, months), Before(months, monthsEnd), new(monthsEnd, to));
    }

    /// <summary>Days, months, days: the order of the statements' parameters.</summary>
    public DayRange[] InOrder() => [HeadDays, Months, TailDays];

    private static DayRange Before(DateOnly from, DateOnly end) => from < end ? new(from, end.AddDays(-1)) : DayRange.Empty;
}
