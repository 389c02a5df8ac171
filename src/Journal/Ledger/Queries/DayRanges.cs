namespace PetitionMesh.Journal.Ledger;

/// <summary>A range of days without its inner structure; empty when it ends before it starts.</summary>
internal readonly record struct DayRange(DateOnly From, DateOnly To)
{
    public static DayRange Empty { get; } = new(DateOnly.MinValue.AddDays(1), DateOnly.MinValue);

    public bool Contains(DateOnly day) => From <= day && day <= To;
}

/// <summary>
/// A range of dates cut into whole months and single days at the edges, so that a figure adds few cells however long the range is
/// and however many receptions it holds. An edge of more than half a month is the whole month less its other days.
/// </summary>
/// <param name="HeadSign">1 where the days before the months are added, -1 where they are taken away.</param>
/// <param name="TailSign">Likewise of the days after them.</param>
internal sealed record DayRanges(DayRange HeadDays, DayRange Months, DayRange TailDays, int HeadSign = 1, int TailSign = 1)
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
        if (months >= monthsEnd)
            return daysOnly;
        var (head, headSign) = (Before(from, months), 1);
        if (from < months && months.DayNumber - from.DayNumber > from.Day - 1)
        {
            months = Spans.StartOfMonth(from);
            (head, headSign) = (new DayRange(months, from.AddDays(-1)), -1);
        }
        var next = monthsEnd.AddMonths(1);
        var (tail, tailSign) = (new DayRange(monthsEnd, to), 1);
        if (to.DayNumber - monthsEnd.DayNumber + 1 > next.DayNumber - to.DayNumber - 1)
        {
            monthsEnd = next;
            (tail, tailSign) = (Before(to.AddDays(1), next), -1);
        }
        return new DayRanges(head, Before(months, monthsEnd), tail, headSign, tailSign);
    }

    /// <summary>Days, months, days: the order of the statements' parameters.</summary>
    public DayRange[] InOrder() => [HeadDays, Months, TailDays];

    private static DayRange Before(DateOnly from, DateOnly end) => from < end ? new(from, end.AddDays(-1)) : DayRange.Empty;
}
