using System.Collections.Immutable;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Journal.Feed;
using PetitionMesh.Journal.GroupCommit;

namespace PetitionMesh.Journal.Tests.Feed;

public sealed class CommitNoticeTests
{
    private readonly CommitNotice _notice = new();

    [Fact]
    public void Who_keeps_pace_finds_the_next_commit_whole()
    {
        Commit(1, 2);
        Commit(3, 3);

        Assert.Equal([1L, 2], Found(0));
        Assert.Equal([3L], Found(2));
        Assert.Empty(Found(3));
    }

    [Fact]
    public void Who_stands_inside_a_commit_finds_its_rest_page_by_page()
    {
        Commit(1, 5);

        Assert.Equal([3L, 4], Found(2, limit: 2));
        Assert.Equal([5L], Found(4, limit: 2));
    }

    [Fact]
    public void What_another_process_wrote_between_two_commits_is_not_skipped()
    {
        Commit(1, 2);
        Commit(5, 6);

        Assert.Empty(Found(2));
        Assert.Equal(6, _notice.Position);
        Assert.Equal([5L, 6], Found(4));
    }

    [Fact]
    public void It_keeps_no_more_than_its_bound()
    {
        Commit(1, CommitNotice.MostKept);
        Commit(CommitNotice.MostKept + 1, CommitNotice.MostKept + 1);

        Assert.Empty(Found(0));
        Assert.Equal([CommitNotice.MostKept + 1L], Found(CommitNotice.MostKept));
    }

    [Fact]
    public void A_commit_wakes_those_who_wait()
    {
        var next = _notice.Next;
        Commit(1, 1);

        Assert.True(next.IsCompleted);
        Assert.False(_notice.Next.IsCompleted);
    }

    private long[] Found(long after, int limit = int.MaxValue) => [.. _notice.Find(after, limit).Select(e => e.Position)];

    private void Commit(long first, long last)
    {
        var events = Enumerable.Range(0, (int)(last - first + 1))
            .Select(i => new RecordedEvent(first + i, new StreamId("case/a"), (int)first + i, "case.opened.v1", DateTimeOffset.UnixEpoch, "a", "dg", [1]))
            .ToImmutableArray();
        _notice.Publish(new BatchWrites(
            Guid.Empty, new JournalHead(first - 1, []), new JournalHead(last, []), DateTimeOffset.UnixEpoch, events, [], [], [], null));
    }
}
