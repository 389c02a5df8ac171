using System.Data.Common;
using Npgsql;
using NpgsqlTypes;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Journal.GroupCommit;

namespace PetitionMesh.Journal.Papers;

/// <summary>Keeps papers in a table of the journal's database, so that every process reaches them. Off the writer's connection: papers are large.</summary>
internal sealed class PostgresPapers : IPaperStore, IAsyncDisposable
{
    /// <summary>Connections at once; uploads beyond wait their turn.</summary>
    private const int Connections = 4;

    private static readonly string Insert = EmbeddedSql.Read("Postgres/statements/insert_paper");
    private static readonly string Find = EmbeddedSql.Read("Postgres/statements/find_paper");
    private readonly NpgsqlDataSource _source;

    public PostgresPapers(JournalOptions options) => _source = NpgsqlDataSource.Create(
        new NpgsqlConnectionStringBuilder(options.ConnectionString) { ApplicationName = "petition-mesh-papers", MaxPoolSize = Connections });

    public async Task PutAsync(Guid id, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        try
        {
            await using var command = _source.CreateCommand(Insert);
            command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
            command.Parameters.Add(new NpgsqlParameter<ReadOnlyMemory<byte>> { TypedValue = content, NpgsqlDbType = NpgsqlDbType.Bytea });
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (DbException failure)
        {
            throw new JournalUnavailableException("A paper could not be kept.", failure);
        }
    }

    public async Task<byte[]?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        try
        {
            await using var command = _source.CreateCommand(Find);
            command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
            return await command.ExecuteScalarAsync(cancellationToken) as byte[];
        }
        catch (DbException failure)
        {
            throw new JournalUnavailableException("A paper could not be read.", failure);
        }
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();
}
