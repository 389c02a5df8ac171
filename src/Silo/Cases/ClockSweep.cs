using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans;
using Orleans.Runtime;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Silo.Cases;

/// <summary>
/// Has every court's sweeper look at its clocks: first at the start, so that what ran out while the process was down is noted at once, then
/// again and again. Several processes may do so; a clock is noted once.
/// </summary>
public sealed partial class ClockSweep(
    IGrainFactory grains, ICityDirectory city, IOptions<CaseOptions> options, TimeProvider time, ILogger<ClockSweep> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ticks = new PeriodicTimer(options.Value.SweepEvery, time);
        try
        {
            do
                await SweepAsync(stoppingToken);
            while (await ticks.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            LogStopped();
        }
    }

    private async Task SweepAsync(CancellationToken stoppingToken)
    {
        foreach (var court in city.Current.Document.Courts)
        {
            try
            {
                Swept swept;
                do
                {
                    stoppingToken.ThrowIfCancellationRequested();
                    swept = await grains.GetGrain<ICourtSweepGrain>(court.Id.Value).SweepAsync(time.GetUtcNow());
                    if (swept.Events > 0)
                        LogSwept(court.Id.Value, swept.Cases, swept.Events);
                }
                while (swept.More);
            }
            catch (Exception passing) when (passing is JournalException or TimeoutException or OrleansException)
            {
                LogNotSwept(passing, court.Id.Value);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Clocks of {Court}: {Cases} cases noted {Events} events")]
    private partial void LogSwept(string court, int cases, int events);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Clocks of {Court} could not be looked at; they are next time")]
    private partial void LogNotSwept(Exception reason, string court);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Clocks are no longer looked at: the process stops")]
    private partial void LogStopped();
}
