using Orleans.Runtime;

namespace Orleans;

/// <summary>Where reminders live across restarts.</summary>
public interface IReminderTable
{
    Task StartAsync(CancellationToken cancellationToken = default);

    Task<ReminderTableData> ReadRows(GrainId grainId);

    /// <summary>The rows of a part of the hash ring. This host owns all of it and asks with 0, 0, which means everything.</summary>
    Task<ReminderTableData> ReadRows(uint begin, uint end);

    Task<ReminderEntry?> ReadRow(GrainId grainId, string reminderName);

    /// <summary>Writes whatever was there before and returns the new ETag.</summary>
    Task<string?> UpsertRow(ReminderEntry entry);

    /// <summary>False when the row is gone or carries another ETag.</summary>
    Task<bool> RemoveRow(GrainId grainId, string reminderName, string eTag);
}
