using Npgsql;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Journal.Postgres;

internal sealed class PostgresLedgerShape(NpgsqlDataSource database) : ILedgerShape
{
    public async Task<bool> FitsAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return (await PostgresSchema.ReadStepsAsync(connection, cancellationToken)).Contains(LedgerSchema.PostgresShape);
    }

    public Task CompleteAsync(CancellationToken cancellationToken) => PostgresSchema.CompleteLedgerAsync(database, cancellationToken);

    public async Task RememberAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await PostgresSchema.RememberAsync(connection, LedgerSchema.PostgresShape, cancellationToken);
    }
}
