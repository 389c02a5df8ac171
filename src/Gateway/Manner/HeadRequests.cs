namespace PetitionMesh.Gateway.Manner;

/// <summary>
/// Whatever answers GET answers HEAD too (RFC 9110), as probes ask: the same endpoint with the same rights and the same record of the reading, and the
/// server itself sends no body to a HEAD. Only live pages, which would never end, look whether they are asked so.
/// </summary>
internal static class HeadRequests
{
    /// <summary>A HEAD finds the endpoint of the GET, and is a HEAD again.</summary>
    public static void UseRoutingOfHeads(this WebApplication app)
    {
        app.Use(next => context =>
        {
            if (HttpMethods.IsHead(context.Request.Method))
            {
                context.Request.Method = HttpMethods.Get;
                context.Features.Set(Asked.So);
            }
            return next(context);
        });
        app.UseRouting();
        app.Use(next => context =>
        {
            if (context.Features.Get<Asked>() is not null)
                context.Request.Method = HttpMethods.Head;
            return next(context);
        });
    }

    private sealed class Asked
    {
        public static Asked So { get; } = new();
    }
}
