using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Journal.Tests.Conformance;

public abstract partial class JournalConformance
{
    [SkippableFact]
    public async Task What_is_appended_is_read_back_as_it_was()
    {
        var append = Some.Append("a", events: 2) with { At = Some.Instant.AddTicks(7), Actor = "办事员-1", Court = "环翠" };
        var written = await WrittenAsync(append);

        var events = await ReadAsync("a");

        Assert.Equal(2, written.LastPosition);
        Assert.Equal([1, 2], events.Select(e => e.Version));
        Assert.Equal([1L, 2L], events.Select(e => e.Position));
        Assert.All(events, e => Assert.Equal((Some.Instant.ToUniversalTime(), TimeSpan.Zero), (e.At, e.At.Offset)));
        Assert.All(events, e => Assert.Equal(("办事员-1", "环翠", "test.happened.v1"), (e.Actor, e.Court, e.Kind)));
        Assert.Equal(append.Slices[0].Events.Select(e => Convert.ToHexString(e.Payload.AsSpan())), events.Select(e => Convert.ToHexString(e.Payload.AsSpan())));
    }

    [SkippableFact]
    public async Task A_stream_nobody_wrote_is_empty() => Assert.Empty(await ReadAsync("nobody"));

    [SkippableFact]
    public async Task A_stream_is_read_after_a_version_and_over_many_pages()
    {
        Options.PageSize = 7;
        await WrittenAsync(Some.Append("a", events: 20));
        await WrittenAsync(Some.Append("b", events: 3));
        await WrittenAsync(Some.Append("a", 20, events: 8));

        Assert.Equal(Enumerable.Range(1, 28), (await ReadAsync("a")).Select(e => e.Version));
        Assert.Equal(Enumerable.Range(15, 14), (await ReadAsync("a", 14)).Select(e => e.Version));
        Assert.Equal(Enumerable.Range(1, 31).Select(p => (long)p), (await ReadAllAsync()).Select(e => e.Position));
    }

    [SkippableFact]
    public async Task An_append_that_expects_another_version_conflicts_and_writes_nothing()
    {
        await WrittenAsync(Some.Append("a", events: 2));

        var conflict = Assert.IsType<AppendResult.Conflict>(await AppendAsync(Some.Append("a", 1)));

        Assert.Equal((Some.Stream("a"), 2), (conflict.Stream, conflict.ActualVersion));
        Assert.Equal(2, (await ReadAllAsync()).Count);
    }

    [SkippableFact]
    public async Task Slices_of_one_append_are_written_all_or_none()
    {
        await WrittenAsync(Some.Append("b"));

        var refused = await AppendAsync(Some.Append(Some.Slice(Some.Stream("a")), Some.Slice(Some.Stream("b"))));
        Assert.IsType<AppendResult.Conflict>(refused);
        Assert.Empty(await ReadAsync("a"));

        await WrittenAsync(Some.Append(Some.Slice(Some.Stream("a"), events: 2), Some.Slice(Some.Stream("b"), 1)));
        Assert.Equal(2, (await ReadAsync("a")).Count);
        Assert.Equal(2, (await ReadAsync("b")).Count);
    }

    [SkippableFact]
    public async Task A_conflict_inside_a_batch_touches_no_neighbour()
    {
        var answers = await InOneBatchAsync(Some.Append("a"), Some.Append("b"), Some.Append("a"), Some.Append("a", 1), Some.Append("c"));

        Assert.IsType<AppendResult.Appended>(await answers[0]);
        Assert.IsType<AppendResult.Appended>(await answers[1]);
        Assert.Equal(new AppendResult.Conflict(Some.Stream("a"), 1), await answers[2]);
        Assert.IsType<AppendResult.Appended>(await answers[3]);
        Assert.IsType<AppendResult.Appended>(await answers[4]);
        var all = await ReadAllAsync();
        Assert.Equal(Enumerable.Range(1, all.Count).Select(p => (long)p), all.Select(e => e.Position));
    }

    [SkippableFact]
    public async Task A_thousand_callers_at_once_get_one_order_without_gaps()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 1000).Select(i =>
            AppendAsync(Some.Append(Some.Slice(Some.Stream($"case-{i % 500}"), i / 500 * 2, 2)))));

        Assert.All(answers, a => Assert.IsType<AppendResult.Appended>(a));
        var all = await ReadAllAsync();
        Assert.Equal(Enumerable.Range(1, 2000).Select(p => (long)p), all.Select(e => e.Position));
        Assert.All(all.GroupBy(e => e.Stream), s => Assert.Equal([1, 2, 3, 4], s.Select(e => e.Version)));
    }

    [SkippableFact]
    public async Task Of_many_who_expect_the_same_version_exactly_one_writes()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => AppendAsync(Some.Append("a"))));

        Assert.Single(answers.OfType<AppendResult.Appended>());
        Assert.Equal(199, answers.OfType<AppendResult.Conflict>().Count());
        Assert.Single(await ReadAsync("a"));
    }

    [SkippableFact]
    public async Task A_data_key_is_written_with_the_first_event_that_needs_it_or_not_at_all()
    {
        var key = Some.Key("k1");
        await WrittenAsync(Some.Append("a") with { Keys = [key] });
        await AppendAsync(Some.Append("a") with { Keys = [Some.Key("k2")] });

        var found = await Journal.FindKeyAsync(key.Id, CancellationToken.None);

        Assert.Equal((key.Subject, key.CityKey), (found!.Subject, found.CityKey));
        Assert.Equal(key.Bytes, found.Bytes.AsEnumerable());
        Assert.Null(await Journal.FindKeyAsync(Some.Key("k2").Id, CancellationToken.None));
    }

    [SkippableFact]
    public async Task Keys_of_an_erased_subject_are_gone_with_the_event_that_says_so_and_no_others()
    {
        var (erased, other) = (Some.Key("k1"), Some.Key("k2") with { Subject = "somebody-else" });
        await WrittenAsync(Some.Append("a") with { Keys = [erased, other] });
        await AppendAsync(Some.Append("a") with { Erased = [other.Subject] }); // Loses by its version, and erases nothing.
        await WrittenAsync(Some.Append("b") with { Erased = [erased.Subject] });

        Assert.Null(await Journal.FindKeyAsync(erased.Id, CancellationToken.None));
        Assert.NotNull(await Journal.FindKeyAsync(other.Id, CancellationToken.None));
    }

    [SkippableFact]
    public async Task Of_a_key_and_its_erasure_in_one_batch_the_later_one_counts()
    {
        var (before, after) = (Some.Key("k1") with { Subject = "1-a" }, Some.Key("k2") with { Subject = "1-a" });
        var answers = await InOneBatchAsync(
            Some.Append("a") with { Keys = [before] }, Some.Append("b") with { Erased = [before.Subject] }, Some.Append("c") with { Keys = [after] });
        await Task.WhenAll(answers);

        Assert.Null(await Journal.FindKeyAsync(before.Id, CancellationToken.None));
        Assert.NotNull(await Journal.FindKeyAsync(after.Id, CancellationToken.None));
    }

    [SkippableFact]
    public async Task The_poison_in_a_batch_fails_alone()
    {
        await WrittenAsync(Some.Append("first") with { Keys = [Some.Key("taken")] });

        var answers = await InOneBatchAsync(Some.Append("a"), Some.Append("b") with { Keys = [Some.Key("taken")] }, Some.Append("c"));

        Assert.IsType<AppendResult.Appended>(await answers[0]);
        await Assert.ThrowsAsync<AppendRefusedException>(() => answers[1]);
        Assert.IsType<AppendResult.Appended>(await answers[2]);
        Assert.Empty(await ReadAsync("b"));
        await WrittenAsync(Some.Append("b"));
    }

    [SkippableFact]
    public async Task A_restart_continues_order_and_chain()
    {
        await WrittenAsync(Some.Append("a", events: 3));
        var before = await Store.ReadHeadAsync(CancellationToken.None);
        await RestartAsync();

        Assert.Equal(before, await Store.ReadHeadAsync(CancellationToken.None));
        Assert.Equal(5, (await WrittenAsync(Some.Append("a", 3, 2))).LastPosition);
        var batches = await Store.ReadBatchesAsync(0, 100, CancellationToken.None);
        Assert.Equal([(1L, 3L), (4L, 5L)], batches.Select(b => (b.First, b.Last)));
        Assert.Equal((await Store.ReadHeadAsync(CancellationToken.None)).Hash, batches[^1].Hash.AsEnumerable());
        Assert.True(await Store.WasCommittedAsync(batches[0].Id, CancellationToken.None));
        Assert.False(await Store.WasCommittedAsync(Guid.NewGuid(), CancellationToken.None));
    }
}
