using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Gateway.Streams;

/// <summary>One open stream. A slow reader slows only itself: it falls behind and reads from the store, nothing is kept for it.</summary>
/// <param name="anew">Begin by telling the page to load itself anew.</param>
internal sealed class EventStream(EventStreams streams, MessageOf select, long after, bool anew) : IResult
{
    /// <summary>Milliseconds after which a page reconnects.</summary>
    private const int Retry = 500;

    private readonly ArrayBufferWriter<byte> _pending = new(1024);
    private long _position = after;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        try
        {
            using var longest = new CancellationTokenSource(TimeSpan.FromMinutes(streams.Options.LongestMinutes), streams.Time);
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(httpContext.RequestAborted, streams.Stopping, longest.Token);
            await SendAsync(httpContext, ending.Token);
        }
        finally
        {
            streams.Release();
        }
    }

    private async Task SendAsync(HttpContext context, CancellationToken ending)
    {
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        context.Response.ContentType = "text/event-stream; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["X-Accel-Buffering"] = "no";
        if (HttpMethods.IsHead(context.Request.Method))
            return;
        Write(string.Create(CultureInfo.InvariantCulture, $"retry: {Retry}\n"));
        if (anew)
            Write(new StreamMessage("reset", "{}"u8.ToArray()), _position);
        else
            WritePosition();
        try
        {
            await FlushAsync(context, ending);
            await FollowAsync(context, ending);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The page left, its time is up, or the process stops: it reconnects where it was.
        }
    }

    private async Task FollowAsync(HttpContext context, CancellationToken ending)
    {
        var heartbeat = TimeSpan.FromSeconds(streams.Options.HeartbeatSeconds);
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(ending);
        await using var pages = streams.Feed.FollowAsync(_position, leaving.Token).GetAsyncEnumerator(leaving.Token);
        var next = pages.MoveNextAsync().AsTask();
        var quiet = Task.Delay(heartbeat, streams.Time, ending);
        try
        {
            while (true)
            {
                if (await Task.WhenAny(next, quiet) == next)
                {
                    if (!await next)
                        return;
                    Take(pages.Current);
                    next = pages.MoveNextAsync().AsTask();
                }
                if (quiet.IsCompleted)
                {
                    // Moves the page's Last-Event-ID along past what was not for it, so that a reconnect reads little.
                    WritePosition();
                    quiet = Task.Delay(heartbeat, streams.Time, ending);
                }
                if (_pending.WrittenCount > 0)
                    await FlushAsync(context, ending);
            }
        }
        finally
        {
            // An enumerator must not be disposed while it moves; how its last move ended is of no more use.
            await leaving.CancelAsync();
            await next.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    private void Take(ImmutableArray<RecordedEvent> page)
    {
        foreach (var recorded in page)
        {
            if (select(recorded) is { } message)
                Write(message, recorded.Position);
        }
        _position = page[^1].Position;
    }

    private void Write(StreamMessage message, long position)
    {
        Write(string.Create(CultureInfo.InvariantCulture, $"id: {position}\nevent: {message.Event}\ndata: "));
        _pending.Write(message.Data.Span);
        Write("\n\n");
    }

    /// <summary>An id without data fires nothing in the page and still moves its <c>Last-Event-ID</c>.</summary>
    private void WritePosition() => Write(string.Create(CultureInfo.InvariantCulture, $"id: {_position}\n: \n\n"));

    private void Write(string text) => Encoding.UTF8.GetBytes(text, _pending);

    private async Task FlushAsync(HttpContext context, CancellationToken ending)
    {
        await context.Response.Body.WriteAsync(_pending.WrittenMemory, ending);
        await context.Response.Body.FlushAsync(ending);
        _pending.ResetWrittenCount();
    }
}
