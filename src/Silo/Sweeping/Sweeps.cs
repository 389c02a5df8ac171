using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Sweeping;

namespace PetitionMesh.Silo.Sweeping;

/// <summary>Asks the one sweeper of each court, at the start and after every pause. Every process asks; the sweeper's grain sees to it that one round is made.</summary>
internal sealed partial class Sweeps(IGrainFactory grains, ICityDirectory city, SweepOptions options, TimeProvider time, ILogger<Sweeps> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = TimeSpan.FromSeconds(options.PauseSeconds);
        using var timer = new PeriodicTimer(pause, time);
        try
        {
            do
            {
                foreach (var court in city.Current.Document.Courts)
                    await SweepAsync(court.Id, pause);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            LogStopped();
        }
    }

    private async Task SweepAsync(CourtId court, TimeSpan pause)
    {
        try
        {
            await grains.GetGrain<ICourtSweepGrain>(court.Value).SweepAsync(time.GetUtcNow(), pause);
        }
#pragma warning disable CA1031 // Whatever went wrong at one court, the others are swept and this one again: nothing is lost by waiting.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogNotSwept(failure, court.Value);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What is due at court {Court} could not be looked at; it is tried again")]
    private partial void LogNotSwept(Exception reason, string court);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Nothing is swept any more: the process stops")]
    private partial void LogStopped();
}
