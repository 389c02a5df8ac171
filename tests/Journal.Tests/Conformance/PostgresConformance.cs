using PetitionMesh.Journal.GroupCommit;
using PetitionMesh.Journal.Postgres;
using PetitionMesh.Tests;

namespace PetitionMesh.Journal.Tests.Conformance;

[Collection(PostgresCollection.Name)]
public sealed class PostgresConformance(PostgresServer server) : JournalConformance
{
    private protected override async Task<IJournalStore> OpenAsync()
    {
        Options.ConnectionString ??= await server.CreateDatabaseAsync();
        return new PostgresStore(Options);
    }
}
