using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PetitionMesh.Journal.Feed;

namespace PetitionMesh.Silo.News;

/// <summary>Follows the journal once for all who must know of it, in the order in which they are registered.</summary>
internal sealed partial class JournalFollower(IJournalFeed feed, IEnumerable<IJournalNews> news, ILogger<JournalFollower> log) : BackgroundService
{
    private readonly IJournalNews[] _news = [.. news];
    private long _seen;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        _seen = await feed.FindEndAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var page in feed.FollowAsync(_seen, stoppingToken))
            {
                foreach (var one in _news)
                    await one.TakeUpAsync(page, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            LogStopped();
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "The journal is no longer followed: the process stops")]
    private partial void LogStopped();
}
