using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Rosters;
using PetitionMesh.Journal.Feed;

namespace PetitionMesh.Silo.Rosters;

/// <summary>Follows the journal, so that a roster changed in any process is known in this one. Reads the calendar at the start: one that can't be read stops it.</summary>
public sealed partial class DutyNews(DutyDirectory duties, IJournalFeed feed, WorkingCalendar calendar, ILogger<DutyNews> log) : BackgroundService
{
    private const string Prefix = "roster/";
    private long _seen;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        LogCalendar(string.Join(' ', calendar.Years));
        _seen = await feed.FindEndAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var page in feed.FollowAsync(_seen, stoppingToken))
            {
                foreach (var stream in page.Select(e => e.Stream.Value).Where(s => s.StartsWith(Prefix, StringComparison.Ordinal)).Distinct())
                    await TakeUpAsync(RosterId.Parse(stream[Prefix.Length..]), stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            LogStopped();
        }
    }

    private async Task TakeUpAsync(RosterId roster, CancellationToken stoppingToken)
    {
        // Until it has been read, duty would be answered from an older version: so this waits for the store, as the feed does.
        while (duties.Holds(roster))
        {
            try
            {
                await duties.RefreshAsync(roster, stoppingToken);
                return;
            }
            catch (JournalUnavailableException unavailable)
            {
                LogNotRead(unavailable, roster.Value);
                await Task.Delay(TimeSpan.FromSeconds(1), stoppingToken);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Official calendar of the years {Years}; others are provisional")]
    private partial void LogCalendar(string years);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Roster {Roster} has changed and could not be read; it is tried again")]
    private partial void LogNotRead(Exception reason, string roster);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Rosters are no longer followed: the process stops")]
    private partial void LogStopped();
}
