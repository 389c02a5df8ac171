using System.Globalization;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Journal.Feed;

namespace PetitionMesh.Gateway.Streams;

/// <summary>
/// Opens server-sent events over the journal's feed. The ids are journal positions, so a page that reconnects with
/// <c>Last-Event-ID</c> goes on exactly where it was, also after the process was restarted or at another process: none missed, none twice.
/// </summary>
internal sealed class EventStreams(IJournalFeed feed, StreamOptions options, IHostApplicationLifetime lifetime, TimeProvider time)
{
    private int _open;

    public StreamOptions Options => options;

    public IJournalFeed Feed => feed;

    public TimeProvider Time => time;

    /// <summary>Cancelled when the process stops: a stream that stayed open would hold the stop back.</summary>
    public CancellationToken Stopping => lifetime.ApplicationStopping;

    /// <summary>
    /// A stream of what <paramref name="select"/> picks, from <c>Last-Event-ID</c> (header, or <c>after</c> in the query for a page that has just
    /// loaded its state) or from now on. Who may read what is the caller's to decide before.
    /// </summary>
    public async Task<IResult> OpenAsync(HttpContext context, MessageOf select)
    {
        var end = await feed.FindEndAsync(context.RequestAborted);
        var after = ReadAfter(context.Request);
        if (!TryTake())
            return Problems.Busy;
        // A page of another journal, or one that was away for very long, cannot go on: it loads itself anew.
        var anew = after is { } seen && (seen > end || end - seen > options.MostMissed);
        return new EventStream(this, select, anew || after is null ? end : after.Value, anew);
    }

    public void Release() => Interlocked.Decrement(ref _open);

    private bool TryTake()
    {
        if (Interlocked.Increment(ref _open) <= options.MostOpen)
            return true;
        Interlocked.Decrement(ref _open);
        return false;
    }

    /// <summary>An unreadable id is that of no page of ours: as one of another journal.</summary>
    private static long? ReadAfter(HttpRequest request)
    {
        var text = request.Headers["Last-Event-ID"].ToString() is { Length: > 0 } header ? header : request.Query["after"].ToString();
        if (text.Length == 0)
            return null;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position : long.MaxValue;
    }
}
