using Npgsql;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Journal.GroupCommit;
using static NpgsqlTypes.NpgsqlDbType;

namespace PetitionMesh.Journal.Postgres;

/// <summary>
/// A transaction in two round trips: one that begins it, locks the head and asks; one that writes everything and commits. Between
/// them nothing but memory is touched.
/// </summary>
internal sealed class PostgresBatch(PostgresWriter writer, NpgsqlConnection connection, object turn, BatchOpening opening) : IStoreBatch
{
    private bool _open = true;

    public BatchOpening Opening => opening;

    /// <summary>The first round trip.</summary>
    public static async Task<BatchOpening> OpenAsync(NpgsqlConnection connection, BatchQuestion question, CancellationToken cancellationToken)
    {
        await using var batch = connection.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand("begin"));
        PostgresStatements.Add(batch, "lock_head");
        if (!question.Streams.IsEmpty)
            PostgresStatements.Add(batch, "find_versions", PostgresStatements.Column(question.Streams, Text, s => s.Value));
        if (!question.Commands.IsEmpty)
        {
            PostgresStatements.Add(
                batch,
                "find_commands",
                PostgresStatements.Column(question.Commands, Text, c => c.Caller),
                PostgresStatements.Column(question.Commands, Text, c => c.Key));
        }

        await using var row = await batch.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        var head = PostgresRows.Head(row);
        var versions = new Dictionary<StreamId, int>(question.Streams.Length);
        if (!question.Streams.IsEmpty && await row.NextResultAsync(cancellationToken))
        {
            while (await row.ReadAsync(cancellationToken))
                versions.Add(new StreamId(row.GetString(0)), row.GetInt32(1));
        }

        var commands = new Dictionary<CommandName, CommandRecord>();
        if (!question.Commands.IsEmpty && await row.NextResultAsync(cancellationToken))
        {
            while (await row.ReadAsync(cancellationToken))
            {
                var command = PostgresRows.Command(row);
                commands.Add(CommandName.Of(command), command);
            }
        }

        return new BatchOpening(head, versions, commands);
    }

    /// <summary>The second round trip. Its commands are answered in order; the commit is the last, so an error before it means that it never ran.</summary>
    public async Task CommitAsync(BatchWrites writes, CancellationToken cancellationToken)
    {
        try
        {
            await using var batch = PostgresWrites.Of(connection, writes);
            await batch.ExecuteNonQueryAsync(cancellationToken);
            _open = false;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            var known = PostgresErrors.ToStoreException(failure, committing: true);
            if (known is not StoreRefusedException || failure is not PostgresException)
                await DropAsync();
            throw known;
        }
        catch (OperationCanceledException)
        {
            await DropAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_open)
        {
            _open = false;
            await writer.RollBackAsync(connection);
        }

        writer.Release(turn);
    }

    private async Task DropAsync()
    {
        _open = false;
        await writer.DropAsync();
    }
}
