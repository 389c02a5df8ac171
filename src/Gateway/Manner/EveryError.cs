using Orleans.Runtime;
using PetitionMesh.Gateway.Auth;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Gateway.Manner;

/// <summary>
/// Outermost: nothing leaves the gateway but in our manner. A bare error status of the framework gets its problem document, an
/// exception becomes what it tells about the write, in every environment.
/// </summary>
internal sealed partial class EveryError(RequestDelegate next, ILogger<EveryError> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception e) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            await Translate(context, e).ExecuteAsync(context);
            return;
        }
        catch (Exception e) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone: nobody reads an answer any more, and what was decided stands in the journal.
            Left(log, context.TraceIdentifier, e.GetType().Name);
            return;
        }
        var response = context.Response;
        if (response.StatusCode >= 400 && !response.HasStarted && response.ContentLength is null && response.ContentType is null)
            await Problems.OfStatus(response.StatusCode).ExecuteAsync(context);
    }

    private Problem Translate(HttpContext context, Exception e)
    {
        switch (e)
        {
            case BadHttpRequestException bad:
                return Problems.OfStatus(bad.StatusCode);
            case LimitExceededException:
                Unavailable(log, context.TraceIdentifier, e);
                return Problems.Busy;
            // A silo went while it was asked, or none is there: the call may have been carried out before.
            case OutcomeUnknownException or TimeoutException or OrleansException:
                Doubtful(log, context.TraceIdentifier, Route(context), e);
                return Problems.OutcomeUnknown;
            case JournalBusyException:
                return Problems.Busy;
            case TrustUnavailableException:
                Unavailable(log, context.TraceIdentifier, e);
                return Problems.Busy;
            case JournalUnavailableException:
                Unavailable(log, context.TraceIdentifier, e);
                return Problems.Busy;
            default:
                Failed(log, context.TraceIdentifier, Route(context), e);
                return Problems.Broken;
        }
    }

    /// <summary>The route and never the address: a query code stands in one.</summary>
    private static string Route(HttpContext context) => (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "?";

    [LoggerMessage(1001, LogLevel.Error, "Request {TraceId} to {Route} failed; this is a bug.")]
    private static partial void Failed(ILogger log, string traceId, string route, Exception e);

    [LoggerMessage(1002, LogLevel.Warning, "Request {TraceId} to {Route} has an unknown outcome; its caller was told to repeat it.")]
    private static partial void Doubtful(ILogger log, string traceId, string route, Exception e);

    [LoggerMessage(1003, LogLevel.Warning, "Request {TraceId}: the journal does not answer.")]
    private static partial void Unavailable(ILogger log, string traceId, Exception e);

    [LoggerMessage(1004, LogLevel.Debug, "Request {TraceId}: the caller left ({Exception}).")]
    private static partial void Left(ILogger log, string traceId, string exception);
}
