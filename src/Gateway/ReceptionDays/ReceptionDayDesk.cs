using System.Collections.Immutable;
using Orleans;
using PetitionMesh.Gateway.Commands;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Petitioners;
using PetitionMesh.Grains.ReceptionDays;
using PetitionMesh.Grains.Rosters;

namespace PetitionMesh.Gateway.ReceptionDays;

/// <summary>Asks the reception days of a court (S7), month by month.</summary>
internal sealed class ReceptionDayDesk(IGrainFactory grains, IDutyDirectory duties, ICityDirectory city)
{
    private const string LeaderGone = "值班表上该日已没有这位领导的接待日，请等候信访部门另行安排";

    public IReceptionDaysGrain Of(CourtId court, DateOnly day) => grains.GetGrain<IReceptionDaysGrain>(RosterId.Of(court, day).Value);

    /// <summary>The day's reception day on the roster in force, or null.</summary>
    public async ValueTask<Duty?> RosteredAsync(CourtId court, DateOnly day, CancellationToken cancellationToken)
    {
        await duties.KnowAsync(court, day, cancellationToken);
        return duties.Between(court, day, day).FirstOrDefault(d => d.Kind == ShiftKind.ReceptionDay);
    }

    public async Task<ImmutableArray<ReceptionDay>> DaysAsync(CourtId court, DateOnly from, DateOnly to)
    {
        var days = ImmutableArray.CreateBuilder<ReceptionDay>();
        for (var roster = RosterId.Of(court, from); roster.Month <= to; roster = roster with { Month = roster.Month.AddMonths(1) })
            days.AddRange((await Of(court, roster.Month).DaysAsync()).Where(d => d.Date >= from && d.Date <= to));
        return days.DrainToImmutable();
    }

    /// <summary>
    /// The days as they are told to whoever asks for one: a day whose leader the roster no longer has takes no appointment (he is on leave, say), so
    /// neither window nor screen offers it. What was announced stays; those who have a number wait to be told.
    /// </summary>
    public async Task<ImmutableArray<ReceptionDay>> ToldAsync(CourtId court, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var days = ImmutableArray.CreateBuilder<ReceptionDay>();
        foreach (var day in await DaysAsync(court, from, to))
        {
            var leaderless = day.Status == ReceptionDayStatus.Open && (await RosteredAsync(court, day.Date, cancellationToken))?.Leader != day.Leader;
            days.Add(leaderless ? day with { Status = ReceptionDayStatus.Closed, Why = LeaderGone } : day);
        }
        return days.DrainToImmutable();
    }

    /// <summary>What is announced for this day, called off or not; null when nothing was.</summary>
    public async Task<ReceptionDay?> FindAsync(CourtId court, DateOnly day) => (await Of(court, day).DaysAsync()).FirstOrDefault(d => d.Date == day);

    /// <summary>What a reception names as its appointment; one that there is not has only its problem.</summary>
    public async Task<NamedAppointment> FindAsync(string text)
    {
        if (!AppointmentNumber.TryParse(text, out var number) || city.Current.Court(number.Court) is null)
            return new NamedAppointment(null, null, null, city.Current);
        var day = await FindAsync(number.Court, number.Date);
        return new NamedAppointment(number, day, day?.Appointments.FirstOrDefault(a => a.Number == number), city.Current);
    }

    /// <summary>S7: the person came. Told twice it changes nothing, so whoever repeats the reception completes it.</summary>
    /// <exception cref="OutcomeUnknownException">It could not be recorded in time: the reception is, so repeat it with the same key.</exception>
    public async Task AttendAsync(NamedAppointment appointment, ReceptionId reception, Receive command)
    {
        var number = appointment.Number!.Value;
        var attend = new ReceptionDayAct.Attend(number, reception, city.Current.DayOf(command.OccurredAt));
        var told = new ReceptionDaysCommand(command.Id with { Recorded = false }, command.Actor, command.Now, attend);
        if ((await RecordedActs.AskAsync(() => Of(number.Court, number.Date).DoAsync(told))).Contended)
            throw new OutcomeUnknownException("The appointment could not be marked as attended; its reception is registered.");
    }
}
