using PetitionMesh.Grains.City;

namespace PetitionMesh.Grains.Cases.Clocks;

/// <summary>A limit of the rules as data: what has to happen, within how much, counted how, by whom.</summary>
/// <param name="MovedByHolidays">A last day off moves to the next working day. None of the rules' own limits moves (J5).</param>
public sealed record ClockLimit(ClockKind Kind, string Rule, int Amount, LimitUnit Unit, DutyHolder Holder, bool MovedByHolidays = false)
{
    /// <summary>Longest own limit in days: ten years. More is a mistake.</summary>
    public const int Longest = WorkingCalendar.MaxWorkingDays;

    /// <summary>The last day, and whether it rests on a calendar that is not known yet.</summary>
    public WorkingDay DueAfter(DateOnly start, WorkingCalendar calendar)
    {
        var due = Unit switch
        {
            LimitUnit.CalendarDays => new WorkingDay(start.AddDays(Amount), false),
            LimitUnit.WorkingDays => calendar.AddWorkingDays(start, Amount),
            LimitUnit.Months => new WorkingDay(start.AddMonths(Amount), false),
            _ => throw new InvalidOperationException($"No way to count {Unit}."),
        };
        if (!MovedByHolidays)
            return due;
        var moved = calendar.OnOrAfter(due.Date);
        return moved with { IsProvisional = moved.IsProvisional || due.IsProvisional };
    }

    public Clock Start(int number, DateOnly on, CourtId court, WorkingCalendar calendar)
    {
        var due = DueAfter(on, calendar);
        return new Clock(ClockId.Of(Kind, number), Kind, Rule, on, Amount, Unit, due.Date, Holder, court, due.IsProvisional);
    }
}
