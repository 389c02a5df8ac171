using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Journaling.Snapshots;
using PetitionMesh.Journal.Snapshots;

namespace PetitionMesh.Journal.Tests.Conformance;

public abstract partial class JournalConformance
{
    [SkippableFact]
    public async Task The_last_snapshot_of_a_stream_is_found_also_after_a_restart()
    {
        var (one, other) = (new StreamId("case/a"), new StreamId("case/b"));
        await Journal.WriteAsync(new SnapshotRow(one, new Snapshot(3, [1, 2], [7])));
        await Task.WhenAll(
            Journal.WriteAsync(new SnapshotRow(one, new Snapshot(4, [3], [8]))),
            Journal.WriteAsync(new SnapshotRow(one, new Snapshot(5, [], [9]))),
            Journal.WriteAsync(new SnapshotRow(other, new Snapshot(9, [4], [1]))));
        await RestartAsync();

        var found = await Store.FindSnapshotAsync(one, CancellationToken.None);
        Assert.Equal(5, found!.Version);
        Assert.Equal([], found.State.AsEnumerable());
        Assert.Equal([9], found.Seal.AsEnumerable());
        Assert.Equal(9, (await Store.FindSnapshotAsync(other, CancellationToken.None))!.Version);
        Assert.Null(await Store.FindSnapshotAsync(new StreamId("case/c"), CancellationToken.None));
    }

    [SkippableFact]
    public async Task A_page_is_the_beginning_of_what_a_stream_has()
    {
        await WrittenAsync(Some.Append("a", 0, 5));

        Assert.Equal([2, 3], (await Journal.ReadPageAsync(Some.Stream("a"), 1, 2, CancellationToken.None)).Select(e => e.Version));
        Assert.Equal([5], (await Journal.ReadPageAsync(Some.Stream("a"), 4, 2, CancellationToken.None)).Select(e => e.Version));
    }
}
