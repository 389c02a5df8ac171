using Microsoft.Extensions.Logging;

namespace PetitionMesh.Embedded.Hosting;

/// <summary>What an operator should see of the host. Grain kinds only: keys may say more than a log may hold.</summary>
internal static partial class HostLog
{
    [LoggerMessage(1, LogLevel.Error, "A timer of a grain of kind {Grain} failed; it ticks again after its period.")]
    public static partial void TimerFailed(ILogger log, Exception failure, string grain);

    [LoggerMessage(2, LogLevel.Error, "OnDeactivateAsync of a grain of kind {Grain} failed; the activation ended all the same.")]
    public static partial void DeactivationFailed(ILogger log, Exception failure, string grain);

    [LoggerMessage(3, LogLevel.Warning, "OnDeactivateAsync of a grain of kind {Grain} took longer than {Bound} and was left behind.")]
    public static partial void DeactivationAbandoned(ILogger log, string grain, TimeSpan bound);

    [LoggerMessage(4, LogLevel.Error, "Reminder {Reminder} of a grain of kind {Grain} failed; it ticks again after its period.")]
    public static partial void ReminderFailed(ILogger log, Exception failure, string reminder, string grain);

    [LoggerMessage(5, LogLevel.Warning, "The host stopped with {Count} activations still ending after {Bound}.")]
    public static partial void StopAbandoned(ILogger log, int count, TimeSpan bound);

    [LoggerMessage(6, LogLevel.Information, "{Count} idle activations were asked to end.")]
    public static partial void IdleCollected(ILogger log, int count);
}
