using System.Collections.Immutable;

namespace PetitionMesh.Grains.ReceptionDays;

/// <summary>A court's leader reception days of one month (S7). Key: court and month, <c>dg/2026-11</c>. Calls no other grain.</summary>
[Alias("petition-mesh.i-reception-days")]
public interface IReceptionDaysGrain : IGrainWithStringKey
{
    /// <summary>Announces, closes, calls off: answers with a <see cref="ReceptionDayStanding"/>. Books, cancels, marks as attended: with an <see cref="AppointmentStanding"/>.</summary>
    [Alias("do")]
    Task<ActReply> DoAsync(ReceptionDaysCommand command);

    /// <summary>The month's days in order; contacts sealed.</summary>
    [ReadOnly, Alias("days")]
    Task<ImmutableArray<ReceptionDay>> DaysAsync();

    /// <summary>Ends the days whose half-day is over.</summary>
    /// <returns>How many.</returns>
    [Alias("end")]
    Task<int> EndAsync(DateTimeOffset now);
}
