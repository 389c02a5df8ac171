using PetitionMesh.Grains.City;

namespace PetitionMesh.Grains.Tests.Values;

/// <summary>Against the files that the gateway ships.</summary>
public sealed class WorkingCalendarTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendarFiles.Read(Path.Combine(AppContext.BaseDirectory, "calendar"));

    [Theory]
    [InlineData("2026-02-13", DayKind.Working)] // Friday before the festival
    [InlineData("2026-02-14", DayKind.Working)] // Saturday, made up
    [InlineData("2026-02-15", DayKind.DayOff)]
    [InlineData("2026-02-17", DayKind.DayOff)]
    [InlineData("2026-02-23", DayKind.DayOff)]
    [InlineData("2026-02-24", DayKind.Working)]
    [InlineData("2026-02-28", DayKind.Working)] // Saturday, made up
    [InlineData("2026-03-01", DayKind.DayOff)]
    [InlineData("2026-09-20", DayKind.Working)] // Sunday, made up for the National Day
    [InlineData("2026-10-01", DayKind.DayOff)]
    [InlineData("2026-10-08", DayKind.Working)]
    [InlineData("2026-10-10", DayKind.Working)] // Saturday, made up
    [InlineData("2026-10-11", DayKind.DayOff)]
    [InlineData("2020-01-31", DayKind.DayOff)] // the festival prolonged in 2020
    public void Holidays_and_make_up_days_are_the_notices(string day, DayKind kind) =>
        Assert.Equal(kind, Calendar.KindOf(Date(day)));

    [Theory]
    [InlineData("2018-12-29", DayKind.Working)]
    [InlineData("2018-12-31", DayKind.DayOff)]
    [InlineData("2018-12-28", DayKind.Provisional)]
    [InlineData("2022-12-31", DayKind.DayOff)]
    public void A_notice_may_name_days_of_the_december_before(string day, DayKind kind) =>
        Assert.Equal(kind, Calendar.KindOf(Date(day)));

    [Theory]
    [InlineData("2027-01-04")]
    [InlineData("2027-01-03")]
    [InlineData("2018-06-01")]
    public void A_year_without_data_is_provisional_also_at_weekends(string day) =>
        Assert.Equal(DayKind.Provisional, Calendar.KindOf(Date(day)));

    [Theory]
    [InlineData("2026-02-13", 0, "2026-02-13")]
    [InlineData("2026-02-13", 1, "2026-02-14")]
    [InlineData("2026-02-13", 2, "2026-02-24")]
    [InlineData("2026-02-13", 7, "2026-03-02")]
    [InlineData("2026-09-30", 1, "2026-10-08")]
    [InlineData("2026-09-30", 3, "2026-10-10")]
    [InlineData("2026-09-30", 4, "2026-10-12")]
    [InlineData("2022-12-30", 1, "2023-01-03")]
    public void Working_days_are_counted_across_holidays(string from, int count, string expected) =>
        Assert.Equal(new WorkingDay(Date(expected), false), Calendar.AddWorkingDays(Date(from), count));

    [Fact]
    public void Counting_into_a_year_without_data_is_marked()
    {
        Assert.Equal(new WorkingDay(Date("2026-12-31"), false), Calendar.AddWorkingDays(Date("2026-12-30"), 1));
        Assert.True(Calendar.AddWorkingDays(Date("2026-12-30"), 2).IsProvisional);
    }

    [Fact]
    public void A_limit_that_holidays_move_goes_to_the_next_working_day()
    {
        Assert.Equal(new WorkingDay(Date("2026-10-08"), false), Calendar.OnOrAfter(Date("2026-10-01")));
        Assert.Equal(new WorkingDay(Date("2026-10-10"), false), Calendar.OnOrAfter(Date("2026-10-10")));
        Assert.True(Calendar.OnOrAfter(Date("2027-05-01")).IsProvisional);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(WorkingCalendar.MaxWorkingDays + 1)]
    public void A_count_that_no_limit_has_is_refused(int count) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.AddWorkingDays(Date("2026-01-05"), count));

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"year":2027,"region":"CN","notice":"","noticeVerified":false,"holidays":["2027-13-01"],"makeUpWorkdays":[]}""")]
    [InlineData("""{"year":2027,"region":"CN","notice":"","noticeVerified":false,"holidays":["2028-10-01"],"makeUpWorkdays":[]}""")]
    [InlineData("""{"year":2027,"region":"CN","notice":"","noticeVerified":false,"holidays":[],"makeUpWorkdays":[],"holydays":[]}""")]
    public void A_file_that_is_no_year_is_refused(string json) =>
        Assert.Throws<FormatException>(() => WorkingCalendarYear.FromJson(json));

    [Fact]
    public void A_day_cannot_be_both()
    {
        var year = WorkingCalendarYear.FromJson(
            """{"year":2027,"region":"CN","notice":"","noticeVerified":false,"holidays":["2027-01-01"],"makeUpWorkdays":["2027-01-01"]}""");
        Assert.Throws<FormatException>(() => new WorkingCalendar([year]));
        Assert.Throws<FormatException>(() => new WorkingCalendar([year with { MakeUpWorkdays = [] }, year with { MakeUpWorkdays = [] }]));
    }

    [Fact]
    public void All_shipped_years_are_there() => Assert.Equal(Enumerable.Range(2019, 8), Calendar.Years);

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
