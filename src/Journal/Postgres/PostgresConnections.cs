using Npgsql;
using PetitionMesh.Journal.GroupCommit;

namespace PetitionMesh.Journal.Postgres;

/// <summary>How the journal connects: one session that writes and can stop nobody for long, and a small pool that reads.</summary>
internal static class PostgresConnections
{
    /// <summary>
    /// A writer that freezes inside its transaction is ended by the server after 3 s, waits for the head lock at most 5 s, for a
    /// statement at most 10 s, and a dead network is noticed within 5 s. A commit is durable before it is answered. Statements are
    /// planned once, as index probes and inserts, which all of them are: the planner would weigh the length of the arrays anew each
    /// time, which costs more than writing a row, or keep a plan that was right for empty tables.
    /// </summary>
    private const string WriterSettings =
        "-c synchronous_commit=on -c idle_in_transaction_session_timeout=3000 -c lock_timeout=5000 -c statement_timeout=10000 -c tcp_user_timeout=5000 -c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off";

    /// <summary>
    /// Who alone may write shows every <see cref="JournalOptions.Presence"/> that it lives; one that froze between two batches is
    /// ended after 8 s, and with it its claim. PostgreSQL 14.
    /// </summary>
    private const string SingleWriterSettings = WriterSettings + " -c idle_session_timeout=8000";

    /// <summary>
    /// Bytes. A batch leaves in few pieces, so that the server is hardly ever left waiting for the rest of one, which it would do
    /// with the head locked and without a timeout.
    /// </summary>
    private const int WriteBuffer = 256 * 1024;

    /// <summary>Bytes: some dozen events at a time for whoever replays thousands, a page of a list in one piece.</summary>
    private const int ReadBuffer = 64 * 1024;

    /// <summary>Whether a text is a connection string at all; an empty one is told apart by its own check.</summary>
    public static bool Understands(string? connectionString)
    {
        if (string.IsNullOrWhiteSpace(connectionString))
            return true;
        try
        {
            return new NpgsqlConnectionStringBuilder(connectionString).Host is { Length: > 0 };
        }
        catch (Exception malformed) when (malformed is ArgumentException or FormatException)
        {
            return false;
        }
    }

    public static string ForWriter(string connectionString, bool singleProcess) => new NpgsqlConnectionStringBuilder(connectionString)
    {
        ApplicationName = "petitionmesh-journal",
        Pooling = false,
        Enlist = false,
        Timeout = 3,
        CommandTimeout = 11,
        MaxAutoPrepare = 200, // Each folded set of statements is one, besides the statements themselves.
        AutoPrepareMinUsages = 2,
        WriteBufferSize = WriteBuffer,
        Options = singleProcess ? SingleWriterSettings : WriterSettings,
    }.ConnectionString;

    public static NpgsqlDataSource ForReaders(string connectionString, int count) => NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString)
    {
        ApplicationName = "petitionmesh-reader",
        ReadBufferSize = ReadBuffer,
        Enlist = false,
        MinPoolSize = 0,
        MaxPoolSize = count,
        Timeout = 5,
        CommandTimeout = 30,
        MaxAutoPrepare = 100,
        AutoPrepareMinUsages = 2,
        // To start a parallel worker or to compile takes several times as long as the few hundred cells that a figure adds.
        Options = "-c max_parallel_workers_per_gather=0 -c jit=off",
    });

    /// <summary>Sessions that read streams, apart from the ledger's: one plan serves every group, while lists are planned for what they ask.</summary>
    public static NpgsqlDataSource ForStreams(string connectionString, int count) => NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString)
    {
        ApplicationName = "petitionmesh-streams",
        Enlist = false,
        MinPoolSize = 0,
        MaxPoolSize = count,
        Timeout = 5,
        CommandTimeout = 30,
        MaxAutoPrepare = 10,
        AutoPrepareMinUsages = 2,
        NoResetOnClose = true, // One statement that leaves nothing behind: to reset the session would cost more than the read.
        Options = "-c plan_cache_mode=force_generic_plan",
    });

    /// <summary>Opens the session that writes and, where one process alone may, takes the lock that says so.</summary>
    /// <param name="attempts">How many lock timeouts to wait for whoever holds the lock; 0 asks once and goes.</param>
    /// <exception cref="JournalInUseException">Another session holds the lock.</exception>
    public static async Task<NpgsqlConnection> OpenWriterAsync(string connectionString, bool singleProcess, int attempts, CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(connectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            if (singleProcess && !await TryLockAsync(connection, cancellationToken) && !await WaitForLockAsync(connection, attempts, cancellationToken))
            {
                throw new JournalInUseException(
                    "另一个进程正在使用这个 PostgreSQL 日志。请先停止它；多个 silo 共用一份日志时设置 Journal:SingleProcess=false。 Another process serves this journal.");
            }

            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static async Task<bool> TryLockAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = PostgresStatements.Command(connection, "lock_process");
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    /// <summary>The server does the waiting, within the session's lock_timeout each time.</summary>
    private static async Task<bool> WaitForLockAsync(NpgsqlConnection connection, int attempts, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < attempts; attempt++)
        {
            try
            {
                await using var command = PostgresStatements.Command(connection, "wait_for_process");
                await command.ExecuteNonQueryAsync(cancellationToken);
                return true;
            }
            catch (PostgresException held) when (held.SqlState == PostgresErrorCodes.LockNotAvailable)
            {
                // Still there: a living process, or a session that has yet to notice that its own has died.
            }
        }

        return false;
    }
}
