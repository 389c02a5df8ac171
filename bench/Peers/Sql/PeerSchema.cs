using Npgsql;

namespace PetitionMesh.Peers.Sql;

/// <summary>The tables of peers (a) and (b): ordinary, normalised, with the indexes their questions need and no more.</summary>
internal static class PeerSchema
{
    public static async Task CreateAsync(IConfiguration configuration)
    {
        var source = NpgsqlDataSource.Create(configuration["Database"]!);
        await using (source.ConfigureAwait(false))
        {
            var command = source.CreateCommand(SqlText.Of("schema"));
            await using (command.ConfigureAwait(false))
                await command.ExecuteNonQueryAsync().ConfigureAwait(false);
        }
    }
}
