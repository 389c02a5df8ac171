using PetitionMesh.Journal.Papers;
using PetitionMesh.Journal.Postgres;
using PetitionMesh.Tests;

namespace PetitionMesh.Journal.Tests.Conformance;

[Collection(PostgresCollection.Name)]
public sealed class PostgresPaperConformance(PostgresServer server) : PaperConformance
{
    private readonly JournalOptions _options = new() { Provider = JournalProvider.Postgres, TakeOverAttempts = 0 };

    /// <summary>The journal that they lie beside makes their table.</summary>
    public override async Task InitializeAsync()
    {
        if (server.Unavailable is not null)
            return;
        _options.ConnectionString = await server.CreateDatabaseAsync();
        await using var journal = new PostgresStore(_options);
        await journal.StartAsync(default);
    }

    private protected override Task<IPaperStore> OpenAsync()
    {
        server.SkipIfUnavailable();
        return Task.FromResult(PaperStores.Open(_options));
    }

    /// <summary>Nobody listens there.</summary>
    private protected override IPaperStore OpenBroken() => PaperStores.Open(
        new JournalOptions { Provider = JournalProvider.Postgres, ConnectionString = "Host=127.0.0.1;Port=1;Username=nobody;Database=none;Timeout=2" });
}
