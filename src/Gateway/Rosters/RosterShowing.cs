using System.Collections.Immutable;
using System.Globalization;
using PetitionMesh.Grains;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Rosters;

namespace PetitionMesh.Gateway.Rosters;

/// <summary>Shows rosters to one caller: drafts and leave to the petition offices, what is published to everybody.</summary>
internal sealed class RosterShowing(CitySnapshot city, WorkingCalendar calendar, Actor actor)
{
    /// <summary>W17.</summary>
    public const string Dress = "带班领导着法官袍、佩戴小法徽";

    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");

    public RosterRangeView Show(CourtId court, DateOnly from, DateOnly to, ImmutableArray<RosterView> rosters)
    {
        var keeps = actor.Role == Role.Supervisor || (actor.Role == Role.Office && actor.Court == court);
        var shown = rosters.Where(r => keeps || r.Version > 0).ToArray();
        var days = ImmutableArray.CreateBuilder<RosterDayView>();
        for (var day = from; day <= to; day = day.AddDays(1))
            days.Add(new RosterDayView(day, Weekday(day), KindOf(day, calendar), [.. shown.SelectMany(r => r.Duties).Where(d => d.Date == day).Select(d => ShiftView.Of(d, city))]));
        return new RosterRangeView(
            court.Value,
            from,
            to,
            Dress,
            [.. rosters.Select(r => new RosterMonthView(RosterId.MonthText(r.Roster.Month), r.Version, r.Provisional))],
            days.DrainToImmutable(),
            [.. shown.SelectMany(r => r.Gaps).Where(g => g.Date >= from && g.Date <= to).Select(GapView.Of)],
            [.. rosters.SelectMany(r => r.Periods).Distinct().Select(p => new SensitivePeriodView(p.Name, p.From, p.To))],
            keeps ? [.. rosters.SelectMany(r => r.Leave).Where(l => l.Date >= from && l.Date <= to).Select(l => new LeaveView(l.Leader.Value, l.Date))] : []);
    }

    public static string Weekday(DateOnly day) => Chinese.DateTimeFormat.GetDayName(day.DayOfWeek);

    public static string KindOf(DateOnly day, WorkingCalendar calendar) => calendar.KindOf(day) switch
    {
        DayKind.Working => "working",
        DayKind.DayOff => "off",
        _ => "provisional",
    };
}
