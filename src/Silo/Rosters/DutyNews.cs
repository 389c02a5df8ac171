using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Rosters;
using PetitionMesh.Silo.News;

namespace PetitionMesh.Silo.Rosters;

/// <summary>A roster changed in any process is known in this one. Needs the calendar: one that can't be read stops the start.</summary>
internal sealed partial class DutyNews : IJournalNews
{
    private const string Prefix = "roster/";
    private readonly DutyDirectory _duties;
    private readonly ILogger<DutyNews> _log;

    public DutyNews(DutyDirectory duties, WorkingCalendar calendar, ILogger<DutyNews> log)
    {
        (_duties, _log) = (duties, log);
        LogCalendar(string.Join(' ', calendar.Years));
    }

    public async ValueTask TakeUpAsync(ImmutableArray<RecordedEvent> page, CancellationToken stopping)
    {
        foreach (var stream in page.Select(e => e.Stream.Value).Where(s => s.StartsWith(Prefix, StringComparison.Ordinal)).Distinct())
            await TakeUpAsync(RosterId.Parse(stream[Prefix.Length..]), stopping);
    }

    private async Task TakeUpAsync(RosterId roster, CancellationToken stopping)
    {
        // Until it has been read, duty would be answered from an older version: so this waits for the store, as the feed does.
        while (_duties.Holds(roster))
        {
            try
            {
                await _duties.RefreshAsync(roster, stopping);
                return;
            }
            catch (JournalUnavailableException unavailable)
            {
                LogNotRead(unavailable, roster.Value);
                await Task.Delay(TimeSpan.FromSeconds(1), stopping);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Official calendar of the years {Years}; others are provisional")]
    private partial void LogCalendar(string years);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Roster {Roster} has changed and could not be read; it is tried again")]
    private partial void LogNotRead(Exception reason, string roster);
}
