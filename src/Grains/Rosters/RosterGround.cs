using System.Collections.Immutable;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Grains.Rosters;

/// <summary>What the world is like when a roster decides: facts that the command does not bring and the state does not hold.</summary>
/// <param name="Days">Working days of the month, in order.</param>
/// <param name="Notice">W16: how long before a shift a swap must be told; never less than a day.</param>
public sealed record RosterGround(
    RosterId Roster, CitySnapshot City, ImmutableArray<WorkingDay> Days, TimeSpan Notice, DateTimeOffset Now)
{
    public static RosterGround Of(RosterId roster, CitySnapshot city, WorkingCalendar calendar, TimeSpan notice, DateTimeOffset now) =>
        new(roster, city, WorkingDaysOf(roster, calendar), notice, now);

    /// <summary>W17: working days by the official calendar; where the year has none, Monday to Friday, marked provisional.</summary>
    public static ImmutableArray<WorkingDay> WorkingDaysOf(RosterId roster, WorkingCalendar calendar)
    {
        var days = ImmutableArray.CreateBuilder<WorkingDay>();
        for (var day = roster.Month; day <= roster.LastDay; day = day.AddDays(1))
        {
            var next = calendar.OnOrAfter(day);
            if (next.Date == day)
                days.Add(next);
        }
        return days.DrainToImmutable();
    }

    public bool Works(DateOnly day) => Days.Any(d => d.Date == day);

    public bool IsCourtLeader(LeaderId id) => City.Leader(id)?.IsCourtLeader() == true;

    public bool IsInOffice(LeaderId id) => City.Leader(id)?.Active == true;

    /// <summary>Active and serving at this court on that day; leave is the state's to know.</summary>
    public bool ServesHere(Leader leader, DateOnly day, IEnumerable<SensitivePeriod> periods) =>
        leader.Active && SensitivePeriod.PlaceOf(leader, day, periods, City) == Roster.Court;

    public bool CanServe(RosterState state, Leader leader, DateOnly day) =>
        ServesHere(leader, day, state.Periods) && !state.Leave.Contains(new LeaveDay(leader.Id, day));

    public string NameOf(LeaderId id) => City.Leader(id) is { } leader ? $"{leader.Name}（{leader.Post}）" : id.Value;

    public Duty DutyOf(ShiftKey shift, Leader leader, bool byHand)
    {
        var (from, to) = ShiftHours.Of(shift.Kind);
        return new Duty(
            shift.Date,
            shift.Kind,
            leader.Id,
            leader.Court,
            City.At(shift.Date, from),
            City.At(shift.Date, to),
            byHand);
    }
}
