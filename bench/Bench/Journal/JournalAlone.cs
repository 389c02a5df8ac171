using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PetitionMesh.Bench.Postgres;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Journaling.Snapshots;
using PetitionMesh.Journal;
using PetitionMesh.Journal.GroupCommit;

namespace PetitionMesh.Bench.Journal;

/// <summary>The journal as a silo has it, in this process, over a database of its own: group commit, ledger, chain, commands and all.</summary>
internal sealed class JournalAlone : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly string _directory;

    private JournalAlone(ServiceProvider services, string directory)
    {
        _services = services;
        _directory = directory;
    }

    public IJournalStore Store => _services.GetRequiredService<IJournalStore>();

    public IJournal Journal => _services.GetRequiredService<IJournal>();

    public ISnapshots Snapshots => _services.GetRequiredService<ISnapshots>();

    public static async Task<JournalAlone> OpenAsync(PrivatePostgres postgres, string database)
    {
        await postgres.CreateDatabaseAsync(database).ConfigureAwait(false);
        return await OpenAsync(JournalProvider.Postgres, postgres.ConnectionString(database)).ConfigureAwait(false);
    }

    public static Task<JournalAlone> OpenSqliteAsync() => OpenAsync(JournalProvider.Sqlite, connectionString: null);

    private static async Task<JournalAlone> OpenAsync(JournalProvider provider, string? connectionString)
    {
        var directory = Directory.CreateTempSubdirectory("petition-mesh-journal-").FullName;
        var services = new ServiceCollection()
            .AddLogging()
            .AddJournal(new JournalOptions { Provider = provider, ConnectionString = connectionString, DataDirectory = directory })
            .BuildServiceProvider();
        foreach (var hosted in services.GetServices<IHostedService>())
            await hosted.StartAsync(CancellationToken.None).ConfigureAwait(false);
        return new JournalAlone(services, directory);
    }

    /// <summary>Appends in the order of capture, so many waiting at once, and waits until all are durable.</summary>
    /// <returns>Appends per second.</returns>
    /// <exception cref="InvalidOperationException">One was not written: the figure would not be what it says.</exception>
    public async Task<double> AppendAsync(IReadOnlyList<Append> appends, int waiting)
    {
        using var room = new SemaphoreSlim(waiting);
        var start = Stopwatch.GetTimestamp();
        var all = new List<Task>(appends.Count);
        foreach (var append in appends)
        {
            await room.WaitAsync().ConfigureAwait(false);
            all.Add(AppendAsync(append, room));
        }

        await Task.WhenAll(all).ConfigureAwait(false);
        return appends.Count / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var hosted in _services.GetServices<IHostedService>().Reverse())
            await hosted.StopAsync(CancellationToken.None).ConfigureAwait(false);
        await _services.DisposeAsync().ConfigureAwait(false);
        Directory.Delete(_directory, recursive: true);
    }

    private async Task AppendAsync(Append append, SemaphoreSlim room)
    {
        try
        {
            var result = await Journal.AppendAsync(append, CancellationToken.None).ConfigureAwait(false);
            if (result is not AppendResult.Appended)
                throw new InvalidOperationException($"An append was not written: {result}");
        }
        finally
        {
            room.Release();
        }
    }
}
