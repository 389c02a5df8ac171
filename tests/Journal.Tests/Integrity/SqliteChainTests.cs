using Microsoft.Data.Sqlite;
using PetitionMesh.Journal.GroupCommit;
using PetitionMesh.Journal.Sqlite;

namespace PetitionMesh.Journal.Tests.Integrity;

public sealed class SqliteChainTests : ChainTests
{
    private readonly string _directory = Path.Combine(Path.GetTempPath(), $"pm-chain-{Guid.NewGuid():N}");

    protected override string ZeroHash => "zeroblob(32)";

    private protected override Task<IJournalStore> OpenAsync() => Task.FromResult<IJournalStore>(new SqliteStore(_directory, new JournalOptions()));

    protected override string FlipByteAt(long position) =>
        $"update event set payload = cast(x'7a' || substr(payload, 2) as blob) where position = {position}";

    protected override async Task TamperAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(_directory, "journal.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.True(await command.ExecuteNonQueryAsync() > 0);
    }

    protected override Task CleanUpAsync()
    {
        Directory.Delete(_directory, recursive: true);
        return Task.CompletedTask;
    }
}
