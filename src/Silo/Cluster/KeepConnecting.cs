using Microsoft.Extensions.Logging;
using Orleans;

namespace PetitionMesh.Silo.Cluster;

/// <summary>A client that starts before the first silo waits for it instead of ending; the platform's start-up probe is the bound.</summary>
internal sealed partial class KeepConnecting(TimeProvider time, ILogger<KeepConnecting> log) : IClientConnectionRetryFilter
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);

    public async Task<bool> ShouldRetryConnectionAttempt(Exception exception, CancellationToken cancellationToken)
    {
        LogNotYet(exception.Message);
        await Task.Delay(s_pause, time, cancellationToken);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "No silo answers yet, trying again: {Reason}")]
    private partial void LogNotYet(string reason);
}
