using System.Collections.Immutable;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Journal.Feed;
using PetitionMesh.Journal.GroupCommit;
using PetitionMesh.Journal.Memory;
using PetitionMesh.Tests;

namespace PetitionMesh.Journal.Tests.Feed;

public sealed class JournalFeedTests : IAsyncLifetime
{
    private readonly ManualTime _time = new();
    private readonly MemoryStore _store = new();
    private readonly JournalOptions _options = new() { PageSize = 3 };
    private readonly CancellationTokenSource _stop = new();
    private readonly GroupCommitJournal _journal;
    private readonly GroupCommitJournal _otherProcess;
    private readonly IAsyncEnumerator<ImmutableArray<RecordedEvent>> _follower;

    public JournalFeedTests()
    {
        _journal = new GroupCommitJournal(_store, _options, _time);
        _otherProcess = new GroupCommitJournal(_store, _options, _time);
        _follower = new JournalFeed(_store, _journal.Notice, _options, _time).FollowAsync(2, _stop.Token).GetAsyncEnumerator();
    }

    public async Task InitializeAsync()
    {
        await _journal.StartAsync(TaskScheduler.Default, CancellationToken.None);
        await _otherProcess.StartAsync(TaskScheduler.Default, CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await _stop.CancelAsync();
        await _journal.AbandonAsync();
        await _otherProcess.AbandonAsync();
        _stop.Dispose();
    }

    [Fact]
    public async Task It_begins_after_the_given_position_and_gives_every_event_in_pages()
    {
        await _journal.AppendAsync(Some.Append("a", events: 7), CancellationToken.None);

        Assert.Equal([3L, 4, 5], await NextAsync());
        Assert.Equal([6L, 7], await NextAsync());
    }

    [Fact]
    public async Task A_commit_of_this_process_wakes_it_without_any_time_passing()
    {
        await _journal.AppendAsync(Some.Append("a", events: 3), CancellationToken.None);
        Assert.Equal([3L], await NextAsync());
        var waiting = NextAsync();
        Assert.False(waiting.IsCompleted);

        await _journal.AppendAsync(Some.Append("a", 3), CancellationToken.None);

        Assert.Equal([4L], await waiting);
    }

    [Fact]
    public async Task A_commit_of_another_process_is_found_by_the_poll()
    {
        await _journal.AppendAsync(Some.Append("a", events: 3), CancellationToken.None);
        Assert.Equal([3L], await NextAsync());
        var waiting = NextAsync();

        await _otherProcess.AppendAsync(Some.Append("a", 3), CancellationToken.None);
        Assert.False(waiting.IsCompleted);
        _time.Advance(_options.FeedPoll);

        Assert.Equal([4L], await waiting);
    }

    private async Task<IEnumerable<long>> NextAsync()
    {
        Assert.True(await _follower.MoveNextAsync());
        return _follower.Current.Select(e => e.Position).ToArray();
    }
}
