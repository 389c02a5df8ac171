using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PetitionMesh.Grains.Privacy;
using PetitionMesh.Journal.Feed;

namespace PetitionMesh.Silo.Keys;

/// <summary>Follows the journal, so that a data key erased in any process opens nothing in this one either.</summary>
public sealed partial class ErasureNews(Vault vault, IJournalFeed feed, ILogger<ErasureNews> log) : BackgroundService
{
    private const string Erased = "-erased.v";
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
                if (page.Any(e => e.Kind.Contains(Erased, StringComparison.Ordinal)))
                    vault.Forget();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            LogStopped();
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Erasures are no longer followed: the process stops")]
    private partial void LogStopped();
}
