using PetitionMesh.Gateway.Manner;
using PetitionMesh.Gateway.Receptions;
using PetitionMesh.Grains;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Petitioners;
using PetitionMesh.Grains.ReceptionDays;

namespace PetitionMesh.Gateway.ReceptionDays;

/// <summary>The appointment that a reception names (S7), as it stood when the reception came in.</summary>
/// <param name="Appointment">Null when there is none of that number.</param>
internal sealed record NamedAppointment(AppointmentNumber? Number, ReceptionDay? Day, Appointment? Appointment, CitySnapshot City)
{
    /// <summary>S7: who has an appointment is received by that day's leader unless the record says otherwise.</summary>
    public ReceptionBody Route(ReceptionBody body) => body.ReceivedBy is null && Day is not null ? body with { ReceivedBy = Day.Leader.Value } : body;

    /// <summary>Why this reception cannot be the one of the appointment; null when it can, and when it is the one already (a repeat).</summary>
    public Problem? ProblemWith(Receive command)
    {
        var refusal = Number is { } number && number.Court != command.Court
            ? Refusal.Breaks("appointment-elsewhere", "S7", "该预约号属于其他法院的接待日，请核对预约单。", "appointment")
            : ReceptionDaysDecider.ProblemOf(Appointment, reception: null, City.DayOf(command.OccurredAt));
        return refusal?.ToProblem();
    }
}
