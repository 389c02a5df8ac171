using System.Collections.Immutable;
using Npgsql;
using NpgsqlTypes;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Journal.GroupCommit;

namespace PetitionMesh.Journal.Postgres;

/// <summary>
/// Reads streams many to a query: whatever waits is read together, and the running query is the window in which the next group
/// gathers, as in group commit. A lone reader waits for nobody. Every activation begins with such a read, most of nothing at all.
/// </summary>
internal sealed class PostgresStreamReads(string connectionString) : IAsyncDisposable
{
    /// <summary>Queries under way at once, each on a session of its own.</summary>
    private const int MostAtOnce = 2;

    /// <summary>Streams in one query.</summary>
    private const int MostTogether = 64;

    private readonly NpgsqlDataSource _sessions = PostgresConnections.ForStreams(connectionString, MostAtOnce);
    private readonly Lock _lock = new();
    private readonly Queue<Reading> _waiting = new();
    private int _running;

    /// <exception cref="StoreException">What PostgreSQL's failure means.</exception>
    public Task<ImmutableArray<RecordedEvent>> ReadAsync(StreamId stream, int afterVersion, int limit, CancellationToken cancellationToken)
    {
        var reading = new Reading(stream, afterVersion, limit);
        var start = false;
        lock (_lock)
        {
            _waiting.Enqueue(reading);
            if (_running < MostAtOnce)
            {
                start = true;
                _running++;
            }
        }

        // On no caller's turn: the group is everybody's.
        if (start)
            _ = Task.Factory.StartNew(ServeAsync, CancellationToken.None, TaskCreationOptions.DenyChildAttach, TaskScheduler.Default);
        return cancellationToken.CanBeCanceled ? reading.Answer.WaitAsync(cancellationToken) : reading.Answer;
    }

    public ValueTask DisposeAsync() => _sessions.DisposeAsync();

    private async Task ServeAsync()
    {
        for (var group = Take(); group.Count > 0; group = Take())
        {
            try
            {
                await PostgresReading.RunAsync(_sessions, () => ReadAsync(group));
                foreach (var reading in group)
                    reading.Complete();
            }
#pragma warning disable CA1031 // Whatever it is, it is the answer to those who wait.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                foreach (var reading in group)
                    reading.Fail(failure);
            }
        }
    }

    /// <summary>The next group; none left ends the one who asks.</summary>
    private List<Reading> Take()
    {
        var group = new List<Reading>();
        lock (_lock)
        {
            while (group.Count < MostTogether && _waiting.TryDequeue(out var reading))
                group.Add(reading);
            if (group.Count == 0)
                _running--;
        }

        return group;
    }

    private async Task<int> ReadAsync(List<Reading> group)
    {
        foreach (var reading in group)
            reading.Events.Clear();
        await using var connection = await _sessions.OpenConnectionAsync();
        await using var command = PostgresStatements.Command(
            connection,
            "read_streams",
            PostgresStatements.Column(group, NpgsqlDbType.Text, r => r.Stream.Value),
            PostgresStatements.Column(group, NpgsqlDbType.Integer, r => r.AfterVersion),
            PostgresStatements.Column(group, NpgsqlDbType.Integer, r => r.Limit));
        await using var row = await command.ExecuteReaderAsync();
        while (await row.ReadAsync())
        {
            var reading = group[(int)row.GetInt64(0) - 1];
            reading.Events.Add(PostgresRows.EventOf(reading.Stream, row));
        }

        return group.Count;
    }

    private sealed class Reading(StreamId stream, int afterVersion, int limit)
    {
        private readonly TaskCompletionSource<ImmutableArray<RecordedEvent>> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public StreamId Stream => stream;

        public int AfterVersion => afterVersion;

        public int Limit => limit;

        public ImmutableArray<RecordedEvent>.Builder Events { get; } = ImmutableArray.CreateBuilder<RecordedEvent>();

        public Task<ImmutableArray<RecordedEvent>> Answer => _answer.Task;

        public void Complete() => _answer.SetResult(Events.DrainToImmutable());

        public void Fail(Exception failure) => _answer.SetException(failure);
    }
}
