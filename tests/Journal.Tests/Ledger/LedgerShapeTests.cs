using Microsoft.Data.Sqlite;
using PetitionMesh.Journal.GroupCommit;
using PetitionMesh.Journal.Ledger;
using PetitionMesh.Journal.Sqlite;

namespace PetitionMesh.Journal.Tests.Ledger;

/// <summary>When a start builds the ledger anew, and when it must not.</summary>
public sealed class LedgerShapeTests : IAsyncLifetime
{
    private readonly string _directory = Path.Combine(Path.GetTempPath(), $"pm-shape-{Guid.NewGuid():N}");
    private SqliteStore _store = null!;

    public async Task InitializeAsync()
    {
        _store = new SqliteStore(_directory, new JournalOptions());
        await _store.StartAsync(CancellationToken.None);
        await using var journal = new GroupCommitJournal(_store, new JournalOptions(), TimeProvider.System);
        journal.StartWriter(TaskScheduler.Default);
        await journal.AppendAsync(Some.Append("a", events: 3), CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    [Fact]
    public async Task A_ledger_of_this_release_is_left_as_it_is() =>
        Assert.Null(await JournalUpkeep.RenewAsync(_store, CancellationToken.None));

    [Fact]
    public async Task A_ledger_of_another_release_is_rebuilt_once()
    {
        Execute("delete from schema_step where name like 'ledger.%'; update ledger_head set position = 1; drop table reception");
        Assert.Equal(3, (await JournalUpkeep.RenewAsync(_store, CancellationToken.None))?.Events);
        Assert.Null(await JournalUpkeep.RenewAsync(_store, CancellationToken.None));
        Assert.Null(await JournalUpkeep.RecountAsync(_store, _ => { }, CancellationToken.None));
    }

    [Fact]
    public async Task Verify_refuses_to_compare_a_ledger_of_another_release()
    {
        Execute("delete from schema_step where name like 'ledger.%'");
        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => JournalUpkeep.RecountAsync(_store, _ => { }, CancellationToken.None));
        Assert.Contains("journal rebuild", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_process_of_the_earlier_release_that_comes_back_takes_nothing_from_the_later_one()
    {
        Execute("insert into schema_step (name) values ('ledger.of-a-later-release'); alter table case_file add column later text");
        Assert.Null(await JournalUpkeep.RenewAsync(_store, CancellationToken.None));
    }

    [Fact]
    public void Each_store_has_a_shape_of_its_own()
    {
        Assert.StartsWith("ledger.", LedgerSchema.SqliteShape, StringComparison.Ordinal);
        Assert.NotEqual(LedgerSchema.SqliteShape, LedgerSchema.PostgresShape);
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_store.File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A constant of the test.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
