using Microsoft.Extensions.Logging.Abstractions;
using PetitionMesh.Journal.GroupCommit;
using PetitionMesh.Journal.Integrity;
using PetitionMesh.Journal.Memory;
using PetitionMesh.Tests;

namespace PetitionMesh.Journal.Tests.Integrity;

public sealed class ExportedHeadsTests : IDisposable
{
    private readonly JournalOptions _options = new() { DataDirectory = Path.Combine(Path.GetTempPath(), $"pm-heads-{Guid.NewGuid():N}") };
    private readonly MemoryStore _store = new();

    public void Dispose() => Directory.Delete(_options.DataDirectory, recursive: true);

    [Fact]
    public async Task Each_moved_head_is_written_once_and_verifies_the_journal_later()
    {
        await using var journal = new GroupCommitJournal(_store, _options, TimeProvider.System);
        await journal.StartAsync(TaskScheduler.Default, CancellationToken.None);
        var export = new HeadExport(_store, _options, new ManualTime(), NullLogger.Instance);
        await export.ExportAsync();
        for (var i = 0; i < 3; i++)
        {
            await journal.AppendAsync(Some.Append($"s{i}", events: 2), CancellationToken.None);
            await export.ExportAsync();
            await export.ExportAsync();
        }

        var heads = await ExportedHeads.ReadAsync(ExportedHeads.PathIn(_options.DataDirectory), CancellationToken.None);

        Assert.Equal([2L, 4, 6], heads.Select(h => h.Position));
        Assert.True((await ChainVerifier.VerifyAsync(_store, heads, CancellationToken.None)).IsIntact);
    }

    [Fact]
    public async Task A_line_cut_by_a_crash_is_passed_over_and_a_false_one_is_not()
    {
        var path = ExportedHeads.PathIn(_options.DataDirectory);
        await ExportedHeads.AppendAsync(path, JournalHead.Beginning with { Position = 5 }, Some.Instant);
        await File.AppendAllTextAsync(path, "7 00ff");
        Assert.Equal([5L], (await ExportedHeads.ReadAsync(path, CancellationToken.None)).Select(h => h.Position));

        await File.AppendAllTextAsync(path, " nonsense\n");
        await Assert.ThrowsAsync<FormatException>(() => ExportedHeads.ReadAsync(path, CancellationToken.None));
    }

    [Fact]
    public async Task The_next_head_after_a_torn_line_stands_on_a_line_of_its_own()
    {
        var path = ExportedHeads.PathIn(_options.DataDirectory);
        await ExportedHeads.AppendAsync(path, JournalHead.Beginning with { Position = 5 }, Some.Instant);
        await File.AppendAllTextAsync(path, "7 00ff");

        await ExportedHeads.AppendAsync(path, JournalHead.Beginning with { Position = 9 }, Some.Instant);

        Assert.Equal([5L, 9], (await ExportedHeads.ReadAsync(path, CancellationToken.None)).Select(h => h.Position));
    }
}
