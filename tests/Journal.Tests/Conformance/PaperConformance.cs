using System.Security.Cryptography;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Journal.Papers;

namespace PetitionMesh.Journal.Tests.Conformance;

/// <summary>What every store of papers holds (J9): a content that was kept is there, as it was first kept, whoever asks and however often it is sent.</summary>
public abstract class PaperConformance : IAsyncLifetime
{
    private readonly List<IPaperStore> _opened = [];

    /// <summary>Opens the store of this test, each time as another process would.</summary>
    private protected abstract Task<IPaperStore> OpenAsync();

    /// <summary>A store that can keep and find nothing now; null where that cannot be.</summary>
    private protected abstract IPaperStore? OpenBroken();

    public virtual Task InitializeAsync() => Task.CompletedTask;

    public virtual async Task DisposeAsync()
    {
        foreach (var opened in _opened)
        {
            if (opened is IAsyncDisposable disposable)
                await disposable.DisposeAsync();
        }
    }

    [SkippableTheory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(10 << 20)]
    public async Task A_content_that_was_kept_is_found_byte_by_byte(int size)
    {
        var (store, id, content) = (await StoreAsync(), Guid.NewGuid(), RandomNumberGenerator.GetBytes(size));
        await store.PutAsync(id, content, default);

        Assert.Equal(content, await (await StoreAsync()).FindAsync(id, default));
    }

    [SkippableFact]
    public async Task A_content_that_was_never_kept_is_not_found() => Assert.Null(await (await StoreAsync()).FindAsync(Guid.NewGuid(), default));

    [SkippableFact]
    public async Task The_same_paper_sent_again_stays_as_it_was_first_kept()
    {
        var (store, id) = (await StoreAsync(), Guid.NewGuid());
        await store.PutAsync(id, "first"u8.ToArray(), default);
        await (await StoreAsync()).PutAsync(id, "second"u8.ToArray(), default);

        Assert.Equal("first"u8.ToArray(), await store.FindAsync(id, default));
    }

    [SkippableFact]
    public async Task Many_at_once_are_kept_each_whole_and_a_paper_sent_at_once_by_many_is_one_of_them()
    {
        var (store, shared) = (await StoreAsync(), Guid.NewGuid());
        var papers = Enumerable.Range(0, 16).Select(_ => (Id: Guid.NewGuid(), Content: RandomNumberGenerator.GetBytes(20_000))).ToArray();
        await Task.WhenAll(papers.SelectMany(p => new[] { store.PutAsync(p.Id, p.Content, default), store.PutAsync(shared, p.Content, default) }));

        foreach (var (id, content) in papers)
            Assert.Equal(content, await store.FindAsync(id, default));
        var one = await store.FindAsync(shared, default);
        Assert.Contains(papers, p => p.Content.AsSpan().SequenceEqual(one));
    }

    [SkippableFact]
    public async Task What_cannot_be_kept_or_found_now_is_told_as_that()
    {
        var broken = OpenBroken();
        Skip.If(broken is null, "Memory does not fail.");
        _opened.Add(broken);

        await Assert.ThrowsAsync<JournalUnavailableException>(() => broken.PutAsync(Guid.NewGuid(), "paper"u8.ToArray(), default));
        Assert.True(await FindsNothingAsync(broken));
    }

    /// <summary>A folder that never was has no papers; a database that is away must not say so.</summary>
    private protected virtual async Task<bool> FindsNothingAsync(IPaperStore broken)
    {
        await Assert.ThrowsAsync<JournalUnavailableException>(() => broken.FindAsync(Guid.NewGuid(), default));
        return true;
    }

    private async Task<IPaperStore> StoreAsync()
    {
        var store = await OpenAsync();
        _opened.Add(store);
        return store;
    }
}
