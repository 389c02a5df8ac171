using Orleans.Runtime;
using PetitionMesh.Embedded.Activations;

namespace Orleans;

/// <summary>Reminders, callable on any grain as <c>this.RegisterOrUpdateReminder(…)</c>.</summary>
public static class GrainReminderExtensions
{
    /// <exception cref="InvalidOperationException">The grain is not <see cref="IRemindable"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The period is shorter than a minute.</exception>
    public static Task<IGrainReminder> RegisterOrUpdateReminder(this IGrainBase grain, string reminderName, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reminderName);
        if (grain is not IRemindable)
            throw new InvalidOperationException($"{grain?.GetType().FullName} is not IRemindable.");
        var activation = (Activation)grain.GrainContext;
        return activation.Host.Reminders.RegisterAsync(activation.GrainId, reminderName, dueTime, period);
    }

    public static Task UnregisterReminder(this IGrainBase grain, IGrainReminder reminder)
    {
        ArgumentNullException.ThrowIfNull(grain);
        ArgumentNullException.ThrowIfNull(reminder);
        var activation = (Activation)grain.GrainContext;
        return activation.Host.Reminders.UnregisterAsync(activation.GrainId, reminder);
    }

    /// <summary>Null when there is none of that name.</summary>
    public static Task<IGrainReminder?> GetReminder(this IGrainBase grain, string reminderName)
    {
        ArgumentNullException.ThrowIfNull(grain);
        ArgumentException.ThrowIfNullOrWhiteSpace(reminderName);
        var activation = (Activation)grain.GrainContext;
        return activation.Host.Reminders.FindAsync(activation.GrainId, reminderName);
    }
}
