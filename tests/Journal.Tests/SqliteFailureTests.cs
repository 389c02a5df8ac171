using Microsoft.Data.Sqlite;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Journal.GroupCommit;
using PetitionMesh.Journal.Integrity;
using PetitionMesh.Journal.Sqlite;

namespace PetitionMesh.Journal.Tests;

/// <summary>What only a file can do to the journal.</summary>
public sealed class SqliteFailureTests : IAsyncLifetime
{
    private readonly string _directory = Path.Combine(Path.GetTempPath(), $"pm-sqlite-{Guid.NewGuid():N}");
    private readonly JournalOptions _options = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync()
    {
        Directory.Delete(_directory, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_second_process_is_refused_and_may_come_when_the_first_has_gone()
    {
        await using (var first = new SqliteStore(_directory, _options))
        {
            await first.StartAsync(CancellationToken.None);
            await using var second = new SqliteStore(_directory, _options);
            var refused = await Assert.ThrowsAsync<JournalInUseException>(() => second.StartAsync(CancellationToken.None));
            Assert.Contains("另一个进程", refused.Message, StringComparison.Ordinal);
        }

        await using var later = new SqliteStore(_directory, _options);
        await later.StartAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Head_and_verification_read_beside_the_server()
    {
        await using var store = new SqliteStore(_directory, _options);
        await using var journal = await StartAsync(store);
        await journal.AppendAsync(Some.Append("a", events: 3), CancellationToken.None);

        await using var beside = new SqliteStore(_directory, _options);

        Assert.Equal(3, (await beside.ReadHeadAsync(CancellationToken.None)).Position);
        Assert.True((await ChainVerifier.VerifyAsync(beside, [], CancellationToken.None)).IsIntact);
    }

    [Fact]
    public async Task The_writer_syncs_every_commit_and_maps_no_memory()
    {
        await using var store = new SqliteStore(_directory, _options);
        await store.StartAsync(CancellationToken.None);
        using var session = SqliteSession.OpenWriter(store.File);

        Assert.Equal("wal", Ask(session.Connection, "pragma journal_mode"));
        Assert.Equal(2L, Ask(session.Connection, "pragma synchronous"));
        Assert.Contains(Ask(session.Connection, "pragma mmap_size"), new object?[] { 0L, null });
    }

    [Fact]
    public async Task A_reader_cannot_write()
    {
        await using var store = new SqliteStore(_directory, _options);
        await store.StartAsync(CancellationToken.None);
        using var session = SqliteSession.OpenReader(store.File);

        Assert.Throws<SqliteException>(() => SqliteSession.Run(session, "delete from event"));
    }

    [Fact]
    public async Task A_full_database_refuses_whole_appends_and_serves_again_when_room_is_made()
    {
        await using var store = new SqliteStore(_directory, _options);
        await using var journal = await StartAsync(store);
        Assert.IsType<AppendResult.Appended>(await journal.AppendAsync(Some.Append("a"), CancellationToken.None));
        var before = await store.ReadHeadAsync(CancellationToken.None);

        await store.LimitPagesAsync(1);
        await Assert.ThrowsAsync<JournalUnavailableException>(() => journal.AppendAsync(Some.Append("big", events: 2_000), CancellationToken.None));
        Assert.Equal(JournalState.Full, journal.State);
        Assert.Equal(before, await store.ReadHeadAsync(CancellationToken.None));

        await store.LimitPagesAsync(1_000_000);
        Assert.IsType<AppendResult.Appended>(await journal.AppendAsync(Some.Append("big", events: 2_000), CancellationToken.None));
        Assert.True((await ChainVerifier.VerifyAsync(store, [before], CancellationToken.None)).IsIntact);
    }

    private async Task<GroupCommitJournal> StartAsync(SqliteStore store)
    {
        var journal = new GroupCommitJournal(store, _options, TimeProvider.System);
        await journal.StartAsync(TaskScheduler.Default, CancellationToken.None);
        return journal;
    }

    private static object? Ask(SqliteConnection connection, string pragma)
    {
        using var command = connection.CreateCommand();
        command.CommandText = pragma;
        return command.ExecuteScalar();
    }
}
