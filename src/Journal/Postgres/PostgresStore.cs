using System.Collections.Immutable;
using Npgsql;
using NpgsqlTypes;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Journaling.Snapshots;
using PetitionMesh.Grains.Privacy;
using PetitionMesh.Journal.GroupCommit;
using static PetitionMesh.Journal.Postgres.PostgresStatements;

namespace PetitionMesh.Journal.Postgres;

/// <summary>The journal in a PostgreSQL database, shared by as many silos as there are.</summary>
internal sealed class PostgresStore : IJournalStore
{
    private readonly PostgresWriter _writer;
    private readonly PostgresStreamReads _streams;
    private readonly int _takeOverAttempts;

    public PostgresStore(JournalOptions options)
    {
        var connectionString = options.ConnectionString ?? throw new ArgumentException("Journal:ConnectionString is needed for PostgreSQL.", nameof(options));
        _writer = new PostgresWriter(PostgresConnections.ForWriter(connectionString, options.SingleProcess), options.SingleProcess);
        _takeOverAttempts = options.TakeOverAttempts;
        Readers = PostgresConnections.ForReaders(connectionString, options.Readers);
        _streams = new PostgresStreamReads(connectionString);
    }

    /// <summary>The small pool that reads; the ledger's queries share it.</summary>
    public NpgsqlDataSource Readers { get; }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await PostgresSchema.UpgradeAsync(Readers, cancellationToken);
            await _writer.OpenAsync(_takeOverAttempts, cancellationToken);
        }
        catch (Exception failure) when (failure is NpgsqlException or IOException or TimeoutException)
        {
            throw PostgresErrors.ToStoreException(failure, committing: false);
        }
    }

    public Task StayAsync() => _writer.StayAsync();

    public Task<IStoreBatch> BeginAsync(BatchQuestion question, CancellationToken cancellationToken) => _writer.BeginAsync(question, cancellationToken);

    public bool TakesGuesses => true;

    public Task<bool> TryWriteAsync(GuessedBatch guess, CancellationToken cancellationToken) => _writer.TryWriteAsync(guess, cancellationToken);

    public Task<bool> WasCommittedAsync(Guid batch, CancellationToken cancellationToken) => _writer.WasCommittedAsync(batch, cancellationToken);

    public Task<ImmutableArray<RecordedEvent>> ReadStreamAsync(StreamId stream, int afterVersion, int limit, CancellationToken cancellationToken) =>
        _streams.ReadAsync(stream, afterVersion, limit, cancellationToken);

    public Task<ImmutableArray<RecordedEvent>> ReadForwardAsync(long afterPosition, int limit, CancellationToken cancellationToken) =>
        ReadAsync("read_forward", PostgresRows.Event, cancellationToken, Value(afterPosition, NpgsqlDbType.Bigint), Value(limit, NpgsqlDbType.Integer));

    public Task<ImmutableArray<StoredBatch>> ReadBatchesAsync(long afterPosition, int limit, CancellationToken cancellationToken) =>
        ReadAsync("read_batches", PostgresRows.Batch, cancellationToken, Value(afterPosition, NpgsqlDbType.Bigint), Value(limit, NpgsqlDbType.Integer));

    public async Task<JournalHead> ReadHeadAsync(CancellationToken cancellationToken) =>
        (await ReadAsync("read_head", PostgresRows.Head, cancellationToken)).Single();

    public async Task<CommandRecord?> FindCommandAsync(CommandName name, CancellationToken cancellationToken) =>
        (await ReadAsync(
            "find_commands",
            PostgresRows.Command,
            cancellationToken,
            Value(new[] { name.Caller }, NpgsqlDbType.Array | NpgsqlDbType.Text),
            Value(new[] { name.Key }, NpgsqlDbType.Array | NpgsqlDbType.Text))).SingleOrDefault();

    public async Task<WrappedKey?> FindKeyAsync(DataKeyId id, CancellationToken cancellationToken) =>
        (await ReadAsync(
            "find_key",
            row => new WrappedKey(id, row.GetString(0), row.GetString(1), PostgresRows.Bytes(row, 2)),
            cancellationToken,
            Value(id.Value, NpgsqlDbType.Text))).SingleOrDefault();

    public async Task<Snapshot?> FindSnapshotAsync(StreamId stream, CancellationToken cancellationToken) =>
        (await ReadAsync(
            "find_snapshot",
            row => new Snapshot(row.GetInt32(0), PostgresRows.Bytes(row, 1), PostgresRows.Bytes(row, 2)),
            cancellationToken,
            Value(stream.Value, NpgsqlDbType.Text))).SingleOrDefault();

    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        await _streams.DisposeAsync();
        await Readers.DisposeAsync();
    }

    private Task<ImmutableArray<T>> ReadAsync<T>(
        string statement, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken, params NpgsqlParameter[] parameters) =>
        PostgresReading.RunAsync(
            Readers,
            async () =>
            {
                await using var connection = await Readers.OpenConnectionAsync(cancellationToken);
                await using var command = Command(connection, statement, [.. parameters.Select(p => p.Clone())]);
                await using var row = await command.ExecuteReaderAsync(cancellationToken);
                var rows = ImmutableArray.CreateBuilder<T>();
                while (await row.ReadAsync(cancellationToken))
                    rows.Add(read(row));
                return rows.DrainToImmutable();
            });
}
