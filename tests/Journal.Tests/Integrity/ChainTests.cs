using PetitionMesh.Grains.Journaling;
using PetitionMesh.Journal.GroupCommit;
using PetitionMesh.Journal.Integrity;

namespace PetitionMesh.Journal.Tests.Integrity;

/// <summary>Whatever is done to the journal behind its back is named, on every store that can be reached behind its back.</summary>
public abstract class ChainTests : IAsyncLifetime
{
    private const int Events = 40;

    private protected IJournalStore Store { get; private set; } = null!;

    private protected abstract Task<IJournalStore> OpenAsync();

    /// <summary>Changes the database as somebody with its password would.</summary>
    protected abstract Task TamperAsync(string sql);

    /// <summary>The store's way to flip the first byte of a payload.</summary>
    protected abstract string FlipByteAt(long position);

    protected virtual Task CleanUpAsync() => Task.CompletedTask;

    public async Task InitializeAsync()
    {
        Store = await OpenAsync();
        await Store.StartAsync(CancellationToken.None);
        await FillAsync(Store, "written");
    }

    public async Task DisposeAsync()
    {
        if (Store is not null)
            await Store.DisposeAsync();
        await CleanUpAsync();
    }

    [SkippableFact]
    public async Task An_untouched_journal_is_intact_up_to_its_head()
    {
        var report = await VerifyAsync(await HeadAsync());

        Assert.True(report.IsIntact);
        Assert.Equal(Events, report.Proven.Position);
    }

    [SkippableFact]
    public async Task One_flipped_byte_is_named()
    {
        await TamperAsync(FlipByteAt(17));

        Assert.Equal(new ChainFault(ChainFaultKind.Edited, 17, 18), (await VerifyAsync()).Fault);
    }

    [SkippableTheory]
    [InlineData("actor = 'somebody'")]
    [InlineData("court = 'other'")]
    [InlineData("kind = 'test.other.v1'")]
    [InlineData("stream = 'test/other'")]
    [InlineData("version = 99")]
    public async Task An_edit_of_any_column_is_named(string edit)
    {
        await TamperAsync($"update event set {edit} where position = 17");

        Assert.Equal(new ChainFault(ChainFaultKind.Edited, 17, 18), (await VerifyAsync()).Fault);
    }

    [SkippableFact]
    public async Task A_deleted_row_is_named_by_its_position()
    {
        await TamperAsync("delete from event where position = 22");

        Assert.Equal(new ChainFault(ChainFaultKind.EventMissing, 22, 22), (await VerifyAsync()).Fault);
    }

    [SkippableFact]
    public async Task Two_exchanged_rows_are_named()
    {
        await TamperAsync("update event set position = -1 where position = 9");
        await TamperAsync("update event set position = 9 where position = 30");
        await TamperAsync("update event set position = 30 where position = -1");

        Assert.Equal(new ChainFault(ChainFaultKind.Edited, 9, 10), (await VerifyAsync()).Fault);
    }

    [SkippableFact]
    public async Task A_deleted_link_is_named()
    {
        await TamperAsync("delete from batch where last = 12");

        Assert.Equal(new ChainFault(ChainFaultKind.LinkMissing, 11, 13), (await VerifyAsync()).Fault);
    }

    [SkippableFact]
    public async Task A_clumsily_cut_tail_is_named_without_any_exported_head()
    {
        await TamperAsync("delete from event where position > 36");
        await TamperAsync("delete from batch where last > 36");

        Assert.Equal(new ChainFault(ChainFaultKind.LinkMissing, 37, Events), (await VerifyAsync()).Fault);
    }

    [SkippableFact]
    public async Task A_cleanly_cut_tail_is_found_against_an_exported_head()
    {
        var exported = await HeadAsync();
        await TamperAsync("delete from event where position > 36");
        await TamperAsync("delete from batch where last > 36");
        await TamperAsync("update journal_head set position = 36, hash = (select hash from batch where last = 36 and first <= last)");

        Assert.True((await VerifyAsync()).IsIntact);
        Assert.Equal(new ChainFault(ChainFaultKind.TailCut, 37, Events), (await VerifyAsync(exported)).Fault);
    }

    [SkippableFact]
    public async Task A_wholly_rewritten_journal_is_found_against_an_exported_head()
    {
        var exported = await HeadAsync();
        await TamperAsync("delete from event");
        await TamperAsync("delete from batch");
        await TamperAsync("update journal_head set position = 0, hash = " + ZeroHash);
        await FillAsync(Store, "rewritten");

        Assert.True((await VerifyAsync()).IsIntact);
        Assert.Equal(new ChainFault(ChainFaultKind.Rewritten, 1, Events), (await VerifyAsync(exported)).Fault);
    }

    [SkippableFact]
    public async Task An_event_slipped_in_behind_the_head_is_named()
    {
        await TamperAsync($"insert into event select {Events + 1}, 'test/slipped', 1, kind, at, actor, court, payload from event where position = 1");

        Assert.Equal(new ChainFault(ChainFaultKind.Foreign, Events + 1, Events + 1), (await VerifyAsync()).Fault);
    }

    protected abstract string ZeroHash { get; }

    private async Task<ChainReport> VerifyAsync(params JournalHead[] exported) =>
        await ChainVerifier.VerifyAsync(Store, exported, CancellationToken.None);

    private Task<JournalHead> HeadAsync() => Store.ReadHeadAsync(CancellationToken.None);

    /// <summary>Twenty batches of two events, each awaited, so that batches are known: 1–2, 3–4, …</summary>
    private static async Task FillAsync(IJournalStore store, string name)
    {
        await using var journal = new GroupCommitJournal(store, new JournalOptions(), TimeProvider.System);
        journal.StartWriter(TaskScheduler.Default);
        for (var i = 0; i < Events / 2; i++)
            Assert.IsType<AppendResult.Appended>(await journal.AppendAsync(Some.Append($"{name}-{i}", events: 2), CancellationToken.None));
    }
}
