using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Journaling.Snapshots;
using PetitionMesh.Journal.Access;
using PetitionMesh.Journal.Feed;
using PetitionMesh.Journal.GroupCommit;
using PetitionMesh.Journal.Integrity;
using PetitionMesh.Journal.Papers;
using PetitionMesh.Journal.Snapshots;

namespace PetitionMesh.Journal;

/// <summary>Puts the journal into a process.</summary>
public static class JournalRegistration
{
    /// <summary>
    /// Adds <see cref="IJournal"/>, <see cref="IJournalFeed"/>, <see cref="IAccessLog"/> and <see cref="Ledger.ILedger"/> over the configured store, and the
    /// hosted service that opens it before anything registered later starts.
    /// </summary>
    public static IServiceCollection AddJournal(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<JournalOptions>()
            .Bind(configuration.GetSection(JournalOptions.Section))
            .Configure(options => options.DataDirectory = configuration["Data:Directory"] ?? options.DataDirectory)
            .Checked(options => options.Problem());
        return services.AddJournalCore();
    }

    /// <summary>The same with options made by the caller.</summary>
    public static IServiceCollection AddJournal(this IServiceCollection services, JournalOptions options)
    {
        services.AddSingleton(Options.Create(options));
        return services.AddJournalCore();
    }

    private static IServiceCollection AddJournalCore(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(p => p.GetRequiredService<IOptions<JournalOptions>>().Value);
        services.AddSingleton(p => JournalStores.Open(p.GetRequiredService<JournalOptions>()));
        services.AddSingleton(p => new GroupCommitJournal(
            p.GetRequiredService<IJournalStore>(), p.GetRequiredService<JournalOptions>(), p.GetRequiredService<TimeProvider>(), Log<GroupCommitJournal>(p)));
        services.AddSingleton<IJournal>(p => p.GetRequiredService<GroupCommitJournal>());
        services.AddSingleton<IJournalFeed>(p => new JournalFeed(
            p.GetRequiredService<IJournalStore>(), p.GetRequiredService<GroupCommitJournal>().Notice, p.GetRequiredService<JournalOptions>(), p.GetRequiredService<TimeProvider>()));
        services.AddSingleton(p => new AccessLog(
            p.GetRequiredService<GroupCommitJournal>(), p.GetRequiredService<JournalOptions>(), p.GetRequiredService<TimeProvider>(), Log<AccessLog>(p)));
        services.AddSingleton<IAccessLog>(p => p.GetRequiredService<AccessLog>());
        services.TryAddSingleton<ISnapshots>(p => new JournalSnapshots(
            p.GetRequiredService<IJournalStore>(), p.GetRequiredService<GroupCommitJournal>(), Log<JournalSnapshots>(p)));
        services.AddSingleton(p => JournalStores.LedgerOf(p.GetRequiredService<IJournalStore>()));
        services.AddSingleton(p => PaperStores.Open(p.GetRequiredService<JournalOptions>()));
        services.AddSingleton(p => JournalStores.FiguresOf(p.GetRequiredService<IJournalStore>()));
        services.AddSingleton(p => new HeadExport(
            p.GetRequiredService<IJournalStore>(), p.GetRequiredService<JournalOptions>(), p.GetRequiredService<TimeProvider>(), Log<HeadExport>(p)));
        return services.AddHostedService(p => new JournalHost(
            p.GetRequiredService<IJournalStore>(),
            p.GetRequiredService<GroupCommitJournal>(),
            p.GetRequiredService<AccessLog>(),
            p.GetRequiredService<HeadExport>(),
            p.GetRequiredService<JournalOptions>(),
            p.GetRequiredService<TimeProvider>(),
            Log<JournalHost>(p)));
    }

    private static ILogger Log<T>(IServiceProvider provider) => provider.GetRequiredService<ILoggerFactory>().CreateLogger<T>();
}
