using PetitionMesh.Grains.Journaling;
using PetitionMesh.Journal.GroupCommit;

namespace PetitionMesh.Journal.Tests.Conformance;

/// <summary>What every store must do, whichever it is. Each store inherits all of it; a difference between stores is a bug.</summary>
public abstract partial class JournalConformance : IAsyncLifetime
{
    private readonly List<IAsyncDisposable> _opened = [];

    protected JournalOptions Options { get; } = new();

    private protected GroupCommitJournal Journal { get; private set; } = null!;

    private protected IJournalStore Store { get; private set; } = null!;

    /// <summary>Opens the store under test; called again it opens the same data once more.</summary>
    private protected abstract Task<IJournalStore> OpenAsync();

    /// <summary>Frees what the test needed.</summary>
    protected virtual Task CleanUpAsync() => Task.CompletedTask;

    public async Task InitializeAsync() => await StartAsync();

    public async Task DisposeAsync()
    {
        await StopAsync();
        await CleanUpAsync();
    }

    private protected async Task StartAsync(IJournalStore? store = null)
    {
        Store = store ?? await OpenAsync();
        Journal = new GroupCommitJournal(Store, Options, TimeProvider.System);
        _opened.Add(Store);
        _opened.Add(Journal);
        await Journal.StartAsync(TaskScheduler.Default, CancellationToken.None);
    }

    private protected async Task StopAsync()
    {
        foreach (var opened in Enumerable.Reverse(_opened))
            await opened.DisposeAsync();
        _opened.Clear();
    }

    private protected async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    private protected Task<AppendResult> AppendAsync(Append append) => Journal.AppendAsync(append, CancellationToken.None);

    private protected async Task<AppendResult.Appended> WrittenAsync(Append append) =>
        Assert.IsType<AppendResult.Appended>(await AppendAsync(append));

    private protected async Task<IReadOnlyList<RecordedEvent>> ReadAsync(string stream, int afterVersion = 0) =>
        await Journal.ReadAsync(Some.Stream(stream), afterVersion, CancellationToken.None);

    private protected async Task<IReadOnlyList<RecordedEvent>> ReadAllAsync()
    {
        var all = new List<RecordedEvent>();
        while (await Store.ReadForwardAsync(all.Count, 100, CancellationToken.None) is { IsEmpty: false } page)
            all.AddRange(page);
        return all;
    }

    /// <summary>Holds the writer inside a transaction, so that what is appended meanwhile becomes one batch.</summary>
    private protected async Task<IReadOnlyList<Task<AppendResult>>> InOneBatchAsync(params Append[] appends)
    {
        await StopAsync();
        var gate = new GatedStore(await OpenAsync());
        await StartAsync(gate);
        var holder = AppendAsync(Some.Append($"holder-{Guid.NewGuid():N}"));
        await gate.Reached;
        var answers = appends.Select(AppendAsync).ToArray();
        gate.Open();
        await holder;
        await Task.WhenAll(answers.Select(a => a.ContinueWith(_ => { }, TaskScheduler.Default)));
        return answers;
    }
}
