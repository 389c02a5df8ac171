using PetitionMesh.Journal.GroupCommit;
using PetitionMesh.Journal.Sqlite;

namespace PetitionMesh.Journal.Tests.Conformance;

public sealed class SqliteConformance : JournalConformance
{
    private readonly string _directory = Path.Combine(Path.GetTempPath(), $"pm-journal-{Guid.NewGuid():N}");

    private protected override Task<IJournalStore> OpenAsync() => Task.FromResult<IJournalStore>(new SqliteStore(_directory, Options));

    protected override Task CleanUpAsync()
    {
        Directory.Delete(_directory, recursive: true);
        return Task.CompletedTask;
    }
}
