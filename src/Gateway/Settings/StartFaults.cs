namespace PetitionMesh.Gateway.Settings;

/// <summary>
/// What keeps the process from starting is thrown to whoever started it, who tells it once (<see cref="CommandLine"/>). The host and its server would log it
/// before, and their stack traces would bury the one sentence that the operator needs.
/// </summary>
internal static class StartFaults
{
    /// <summary>The level at which each tells it, and only that one: what stops a background act is told by the host as critical and by nobody else.</summary>
    private static readonly (string Category, LogLevel Level)[] Tellers =
    [
        ("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Error),
        ("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Critical),
    ];

    public static void TellStartFaultsOnce(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<LoggerFilterOptions>().PostConfigure<IServiceProvider>((filters, services) =>
        {
            // Asked for only when something is logged: what the lifetime needs is itself given a log.
            var started = new Lazy<CancellationToken>(() => services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted);
            foreach (var teller in Tellers)
                filters.Rules.Add(Hold(teller, InForce(filters, teller.Category), filters.MinLevel, started));
        });
    }

    private static LoggerFilterRule? InForce(LoggerFilterOptions filters, string category) => filters.Rules
        .Where(r => r.ProviderName is null && category.StartsWith(r.CategoryName ?? "", StringComparison.OrdinalIgnoreCase))
        .OrderBy(r => r.CategoryName?.Length ?? 0)
        .LastOrDefault();

    /// <summary>The rule in force as it is; only what it would tell at that level waits until the process has started.</summary>
    private static LoggerFilterRule Hold((string Category, LogLevel Level) teller, LoggerFilterRule? rule, LogLevel least, Lazy<CancellationToken> started) => new(
        null,
        teller.Category,
        rule?.LogLevel ?? least,
        (provider, of, level) => (of != teller.Category || level != teller.Level || started.Value.IsCancellationRequested)
            && rule?.Filter?.Invoke(provider, of, level) != false);
}
