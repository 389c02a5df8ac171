using System.Collections.Frozen;

namespace PetitionMesh.Grains.City;

/// <summary>
/// Which days are working days, by the official calendar (W17). Only years with data are certain: for any other the answer is
/// <see cref="DayKind.Provisional"/>, never a silent weekend rule. Days are days of the city.
/// </summary>
public sealed class WorkingCalendar
{
    /// <summary>Longest count of working days that is asked for: ten years. More is a mistake in the limit's data.</summary>
    public const int MaxWorkingDays = 2500;

    private readonly FrozenDictionary<DateOnly, DayKind> _named;
    private readonly FrozenSet<int> _years;

    /// <exception cref="FormatException">A year given twice, or a day named both holiday and working day.</exception>
    public WorkingCalendar(IEnumerable<WorkingCalendarYear> years)
    {
        ArgumentNullException.ThrowIfNull(years);
        var named = new Dictionary<DateOnly, DayKind>();
        var known = new HashSet<int>();
        foreach (var year in years)
        {
            if (!known.Add(year.Year))
                throw new FormatException($"The calendar of {year.Year} is given twice.");
            Name(named, year.Holidays, DayKind.DayOff);
            Name(named, year.MakeUpWorkdays, DayKind.Working);
        }
        _named = named.ToFrozenDictionary();
        _years = known.ToFrozenSet();
    }

    /// <summary>The years that there is data for, ascending.</summary>
    public IEnumerable<int> Years => _years.Order();

    /// <summary>Working, off, or provisional where the year has no data. A day that a neighbouring year's notice names is certain.</summary>
    public DayKind KindOf(DateOnly day) =>
        _named.TryGetValue(day, out var kind) ? kind
        : !_years.Contains(day.Year) ? DayKind.Provisional
        : IsWeekend(day) ? DayKind.DayOff
        : DayKind.Working;

    /// <summary>
    /// The <paramref name="count"/>th working day after <paramref name="day"/> (the next working day is 1; 0 is the day itself).
    /// Provisional once a day without data was counted or skipped; such days are taken as Monday to Friday until the notice is loaded.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative, or above <see cref="MaxWorkingDays"/>.</exception>
    public WorkingDay AddWorkingDays(DateOnly day, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MaxWorkingDays);
        var provisional = false;
        while (count > 0)
        {
            day = day.AddDays(1);
            if (Works(day, ref provisional))
                count--;
        }
        return new WorkingDay(day, provisional);
    }

    /// <summary>The day itself if it is a working day, else the next one: for limits whose data says that holidays move them.</summary>
    public WorkingDay OnOrAfter(DateOnly day)
    {
        var provisional = false;
        while (!Works(day, ref provisional))
            day = day.AddDays(1);
        return new WorkingDay(day, provisional);
    }

    private bool Works(DateOnly day, ref bool provisional)
    {
        var kind = KindOf(day);
        if (kind != DayKind.Provisional)
            return kind == DayKind.Working;
        provisional = true;
        return !IsWeekend(day);
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static void Name(Dictionary<DateOnly, DayKind> named, IEnumerable<DateOnly> days, DayKind kind)
    {
        foreach (var day in days)
        {
            if (!named.TryAdd(day, kind) && named[day] != kind)
                throw new FormatException($"{day:O} is named both holiday and working day.");
        }
    }
}
