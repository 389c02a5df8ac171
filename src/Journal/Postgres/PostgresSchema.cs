using Npgsql;
using NpgsqlTypes;
using PetitionMesh.Journal.GroupCommit;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Journal.Postgres;

/// <summary>
/// Brings the schema of a database up to this release: one transaction under an advisory lock. A ledger of another release is left
/// for a rebuild.
/// </summary>
internal static class PostgresSchema
{
    public static async Task UpgradeAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using (var locking = PostgresStatements.Command(connection, "lock_schema"))
            await locking.ExecuteNonQueryAsync(cancellationToken);
        await using (var table = PostgresStatements.Command(connection, "schema_step_table"))
            await table.ExecuteNonQueryAsync(cancellationToken);
        var done = await ReadStepsAsync(connection, cancellationToken);
        foreach (var step in EmbeddedSql.ReadSteps("Postgres/schema").Where(s => !done.Contains(s.Name)))
        {
            await RunAsync(connection, step.Sql, cancellationToken);
            await RememberAsync(connection, step.Name, cancellationToken);
        }

        if (!await HasLedgerAsync(connection, cancellationToken))
        {
            foreach (var statement in LedgerSchema.Postgres)
                await RunAsync(connection, statement, cancellationToken);
            await RememberAsync(connection, LedgerSchema.PostgresShape, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>The ledger's tables that are missing, without indexes: those may name columns that an earlier release's table has not.</summary>
    public static async Task CompleteLedgerAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        foreach (var statement in LedgerSchema.Postgres.Where(s => !LedgerSchema.IsIndex(s)))
            await RunAsync(connection, statement, cancellationToken);
    }

    public static async Task RememberAsync(NpgsqlConnection connection, string step, CancellationToken cancellationToken)
    {
        await using var noted = PostgresStatements.Command(connection, "insert_schema_step", PostgresStatements.Value(step, NpgsqlDbType.Text));
        await noted.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<bool> HasLedgerAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = PostgresStatements.Command(connection, "find_ledger");
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    public static async Task<HashSet<string>> ReadStepsAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var done = new HashSet<string>();
        await using var command = PostgresStatements.Command(connection, "read_schema_steps");
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        while (await row.ReadAsync(cancellationToken))
            done.Add(row.GetString(0));
        return done;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string statement, CancellationToken cancellationToken)
    {
#pragma warning disable CA2100 // Embedded statements, never input.
        await using var command = new NpgsqlCommand(statement, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
