using Npgsql;
using PetitionMesh.Journal.GroupCommit;
using PetitionMesh.Journal.Postgres;
using PetitionMesh.Tests;

namespace PetitionMesh.Journal.Tests.Integrity;

[Collection(PostgresCollection.Name)]
public sealed class PostgresChainTests(PostgresServer server) : ChainTests
{
    private readonly JournalOptions _options = new() { Provider = JournalProvider.Postgres };

    protected override string ZeroHash => "decode(repeat('00', 32), 'hex')";

    private protected override async Task<IJournalStore> OpenAsync()
    {
        _options.ConnectionString = await server.CreateDatabaseAsync();
        return new PostgresStore(_options);
    }

    protected override string FlipByteAt(long position) => $"update event set payload = set_byte(payload, 0, 122) where position = {position}";

    protected override async Task TamperAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_options.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        Assert.True(await command.ExecuteNonQueryAsync() > 0);
    }
}
