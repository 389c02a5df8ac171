using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Leaders;
using PetitionMesh.Grains.Rosters;

namespace PetitionMesh.Grains.ReceptionDays;

/// <summary>What is done about a court's reception days of one month (S7).</summary>
[GenerateSerializer, Immutable, Alias("petition-mesh.reception-days-command")]
public sealed record ReceptionDaysCommand(
    [property: Id(0)] CommandId Id,
    [property: Id(1)] Actor Actor,
    [property: Id(2)] DateTimeOffset Now,
    [property: Id(3)] ReceptionDayAct Act);

/// <summary>The acts, a closed family.</summary>
[GenerateSerializer, Immutable, Alias("petition-mesh.reception-day-act")]
public abstract record ReceptionDayAct
{
    /// <summary>Opens a day for appointments, or says anew what has changed.</summary>
    /// <param name="Rostered">The day's reception day on the roster in force, or null.</param>
    [GenerateSerializer, Immutable, Alias("petition-mesh.reception-day-act.announce")]
    public sealed record Announce(
        [property: Id(0)] DateOnly Date,
        [property: Id(1)] LeaderId Leader,
        [property: Id(2)] Duty? Rostered,
        [property: Id(3)] string Place,
        [property: Id(4)] int Capacity) : ReceptionDayAct;

    /// <summary>Takes no further appointments.</summary>
    [GenerateSerializer, Immutable, Alias("petition-mesh.reception-day-act.close")]
    public sealed record Close([property: Id(0)] DateOnly Date, [property: Id(1)] string Reason) : ReceptionDayAct;

    /// <summary>Calls the day off with its appointments.</summary>
    [GenerateSerializer, Immutable, Alias("petition-mesh.reception-day-act.withdraw")]
    public sealed record Withdraw([property: Id(0)] DateOnly Date, [property: Id(1)] string Reason) : ReceptionDayAct;

    /// <param name="Rostered">Who has the day on the roster in force, or null.</param>
    [GenerateSerializer, Immutable, Alias("petition-mesh.reception-day-act.book")]
    public sealed record Book(
        [property: Id(0)] DateOnly Date,
        [property: Id(1)] LeaderId? Rostered,
        [property: Id(2)] Secret? Name,
        [property: Id(3)] Secret? Phone,
        [property: Id(4)] Secret? Matter) : ReceptionDayAct;

    [GenerateSerializer, Immutable, Alias("petition-mesh.reception-day-act.cancel")]
    public sealed record Cancel([property: Id(0)] AppointmentNumber Number, [property: Id(1)] string Reason) : ReceptionDayAct;

    /// <param name="On">City day of the reception.</param>
    [GenerateSerializer, Immutable, Alias("petition-mesh.reception-day-act.attend")]
    public sealed record Attend(
        [property: Id(0)] AppointmentNumber Number, [property: Id(1)] ReceptionId Reception, [property: Id(2)] DateOnly On) : ReceptionDayAct;

    /// <summary>Ends the days whose half-day is over: the court's sweep.</summary>
    [GenerateSerializer, Immutable, Alias("petition-mesh.reception-day-act.end")]
    public sealed record End : ReceptionDayAct;

    private ReceptionDayAct()
    {
    }
}
