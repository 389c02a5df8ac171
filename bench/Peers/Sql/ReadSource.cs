using Npgsql;

namespace PetitionMesh.Peers.Sql;

/// <summary>The connections of look-ups, apart from those of transactions.</summary>
internal sealed record ReadSource(NpgsqlDataSource Source);
