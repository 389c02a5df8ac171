using Orleans;
using Orleans.Runtime;

namespace PetitionMesh.Embedded.Reminders;

/// <summary>A registered reminder as its grain holds it: the row it was made from.</summary>
internal sealed record Reminder(GrainId GrainId, string ReminderName, string? ETag) : IGrainReminder
{
    public static Reminder Of(ReminderEntry row) => new(row.GrainId, row.ReminderName, row.ETag);
}
