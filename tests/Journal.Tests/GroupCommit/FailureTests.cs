using PetitionMesh.Grains.Journaling;
using PetitionMesh.Journal.GroupCommit;
using PetitionMesh.Journal.Memory;
using PetitionMesh.Journal.Tests.Conformance;
using PetitionMesh.Tests;

namespace PetitionMesh.Journal.Tests.GroupCommit;

/// <summary>What callers are told when the store fails, and that nothing is written that was said not to be.</summary>
public sealed class FailureTests : IAsyncLifetime
{
    private readonly ManualTime _time = new();
    private readonly MemoryStore _memory = new();
    private readonly JournalOptions _options = new();
    private readonly GatedStore _store;
    private readonly GroupCommitJournal _journal;

    public FailureTests()
    {
        _store = new GatedStore(_memory);
        _journal = new GroupCommitJournal(_store, _options, _time);
    }

    public Task InitializeAsync() => _journal.StartAsync(TaskScheduler.Default, CancellationToken.None);

    public async Task DisposeAsync()
    {
        _store.Open();
        await _journal.AbandonAsync();
    }

    [Fact]
    public async Task A_full_queue_says_busy_and_keeps_what_it_has()
    {
        _options.MaxQueuedAppends = 3;
        var held = AppendAsync(Some.Append("held"));
        await _store.Reached;
        var queued = Enumerable.Range(0, 3).Select(i => AppendAsync(Some.Append($"q{i}"))).ToArray();

        await Assert.ThrowsAsync<JournalBusyException>(() => AppendAsync(Some.Append("one too many")));

        _store.Open();
        Assert.IsType<AppendResult.Appended>(await held);
        Assert.All(await Task.WhenAll(queued), a => Assert.IsType<AppendResult.Appended>(a));
    }

    [Fact]
    public async Task A_queue_full_of_bytes_says_busy()
    {
        _options.MaxQueuedBytes = 100;
        _ = AppendAsync(Some.Append("held"));
        await _store.Reached;
        _ = AppendAsync(Some.Append("q", events: 3));

        await Assert.ThrowsAsync<JournalBusyException>(() => AppendAsync(Some.Append("one too many", events: 3)));
    }

    [Fact]
    public async Task A_batch_is_bounded_in_appends()
    {
        _options.MaxBatchAppends = 2;
        var held = AppendAsync(Some.Append("held"));
        await _store.Reached;
        var queued = Enumerable.Range(0, 5).Select(i => AppendAsync(Some.Append($"q{i}"))).ToArray();
        _store.Open();
        await Task.WhenAll([held, .. queued]);

        Assert.Equal(4, _store.Begun);
    }

    [Fact]
    public async Task A_write_not_taken_in_time_is_certainly_not_written()
    {
        var held = AppendAsync(Some.Append("held"));
        await _store.Reached;
        var waiting = AppendAsync(Some.Append("waiting"));

        _time.Advance(_options.AppendTimeout);

        await Assert.ThrowsAsync<JournalUnavailableException>(() => waiting);
        await Assert.ThrowsAsync<JournalUnavailableException>(() => held);
        _store.Open();
        Assert.IsType<AppendResult.Appended>(await AppendAsync(Some.Append("later")));
        Assert.Single(_memory.Tables.Events);
    }

    [Fact]
    public async Task A_write_whose_commit_hangs_has_an_unknown_outcome()
    {
        _store.Open();
        var committing = new TaskCompletionSource();
        var gate = new TaskCompletionSource();
        _store.OnCommit = async commit =>
        {
            committing.SetResult();
            await gate.Task;
            await commit();
        };
        var append = AppendAsync(Some.Append("a"));
        await committing.Task;

        _time.Advance(_options.AppendTimeout);

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => append);
        _store.OnCommit = commit => commit();
        gate.SetResult();
        Assert.IsType<AppendResult.Conflict>(await AppendAsync(Some.Append("a")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_lost_answer_is_settled_and_written_exactly_once(bool arrived)
    {
        _store.Open();
        var lost = false;
        _store.OnCommit = async commit =>
        {
            if (lost)
            {
                await commit();
                return;
            }

            lost = true;
            if (arrived)
                await commit();
            throw new StoreInDoubtException("The answer was lost.");
        };

        var append = AppendAsync(Some.Append("a") with { Command = Some.Command("k") });
        await AdvanceUntilAsync(append);

        Assert.IsType<AppendResult.Appended>(await append);
        Assert.Single(_memory.Tables.Events);
    }

    [Fact]
    public async Task While_a_commit_is_in_doubt_nothing_else_is_written()
    {
        _store.Open();
        _store.OnCommit = async commit =>
        {
            await commit();
            throw new StoreInDoubtException("The answer was lost.");
        };
        var reachable = false;
        var asked = new TaskCompletionSource();
        _store.OnSettle = () =>
        {
            asked.TrySetResult();
            if (!Volatile.Read(ref reachable))
                throw new StoreUnreachableException("Still away.");
        };
        var doubtful = AppendAsync(Some.Append("a"));
        await asked.Task;
        var second = AppendAsync(Some.Append("b"));

        _time.Advance(_options.AppendTimeout);

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => doubtful);
        await Assert.ThrowsAsync<JournalUnavailableException>(() => second);
        Assert.Equal(JournalState.Unsettled, _journal.State);
        Assert.Single(_memory.Tables.Events);

        _store.OnCommit = commit => commit();
        Volatile.Write(ref reachable, true);
        var third = AppendAsync(Some.Append("c"));
        await AdvanceUntilAsync(third);
        Assert.IsType<AppendResult.Appended>(await third);
        Assert.Equal(JournalState.Serving, _journal.State);
    }

    [Fact]
    public async Task A_lost_connection_is_tried_again_until_it_is_back()
    {
        _store.Open();
        var failures = 3;
        _store.OnBegin = () =>
        {
            if (failures-- > 0)
                throw new StoreUnreachableException("Connection refused.");
        };

        var append = AppendAsync(Some.Append("a"));
        await AdvanceUntilAsync(append);

        Assert.IsType<AppendResult.Appended>(await append);
    }

    [Fact]
    public async Task A_store_that_stays_away_is_told_as_unavailable()
    {
        _store.Open();
        _store.OnBegin = () => throw new StoreUnreachableException("Connection refused.");

        var append = AppendAsync(Some.Append("a"));
        await AdvanceUntilAsync(append);

        await Assert.ThrowsAsync<JournalUnavailableException>(() => append);
        Assert.Empty(_memory.Tables.Events);
    }

    [Fact]
    public async Task A_full_disk_is_told_at_once_and_mends_itself()
    {
        _store.Open();
        _store.OnCommit = _ => throw new StoreFullException("No space left on device.");
        await Assert.ThrowsAsync<JournalUnavailableException>(() => AppendAsync(Some.Append("a")));
        Assert.Equal(JournalState.Full, _journal.State);

        _store.OnCommit = commit => commit();
        Assert.IsType<AppendResult.Appended>(await AppendAsync(Some.Append("a")));
        Assert.Equal(JournalState.Serving, _journal.State);
    }

    [Fact]
    public async Task A_caller_who_gives_up_before_the_batch_is_not_written()
    {
        var held = AppendAsync(Some.Append("held"));
        await _store.Reached;
        using var cancellation = new CancellationTokenSource();
        var given = _journal.AppendAsync(Some.Append("given-up"), cancellation.Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        _store.Open();
        await held;
        await AppendAsync(Some.Append("later"));
        Assert.DoesNotContain(_memory.Tables.Events, e => e.Stream == Some.Stream("given-up"));
    }

    [Fact]
    public async Task What_waits_is_written_before_the_journal_closes()
    {
        var held = AppendAsync(Some.Append("held"));
        await _store.Reached;
        var waiting = AppendAsync(Some.Append("waiting"));
        var closing = _journal.DisposeAsync().AsTask();
        _store.Open();
        await closing;

        Assert.IsType<AppendResult.Appended>(await held);
        Assert.IsType<AppendResult.Appended>(await waiting);
        await Assert.ThrowsAsync<JournalUnavailableException>(() => AppendAsync(Some.Append("too late")));
    }

    [Fact]
    public async Task An_append_without_any_effect_is_a_mistake_of_the_caller()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => AppendAsync(Some.Append()));
        await Assert.ThrowsAsync<ArgumentException>(() => AppendAsync(Some.Append(Some.Slice(Some.Stream()), Some.Slice(Some.Stream(), 1))));
    }

    private async Task<AppendResult> AppendAsync(Append append) => await _journal.AppendAsync(append, CancellationToken.None);

    /// <summary>Moves the clock over the writer's pauses only, each when it has begun, so that time never outruns the writer.</summary>
    private async Task AdvanceUntilAsync(Task done)
    {
        while (!done.IsCompleted)
        {
            if (_time.UntilNextTimer is { } pause && pause <= _options.MaxRetryPause)
                _time.Advance(pause);
            await Task.Yield();
        }
    }
}
