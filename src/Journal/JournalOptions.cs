using System.ComponentModel.DataAnnotations;
using PetitionMesh.Journal.Postgres;

namespace PetitionMesh.Journal;

/// <summary>Section <c>Journal</c>: which store, and the bound of everything that could grow.</summary>
public sealed class JournalOptions
{
    public const string Section = "Journal";

    /// <summary>Default <see cref="JournalProvider.Sqlite"/>.</summary>
    public JournalProvider Provider { get; set; } = JournalProvider.Sqlite;

    /// <summary>Required for PostgreSQL; not used by the others.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Directory of the SQLite files and of <c>heads.log</c>; taken from <c>Data:Directory</c>, default <c>data</c>.</summary>
    public string DataDirectory { get; set; } = "data";

    /// <summary>PostgreSQL only: refuse to start beside another process (default true). False where several silos share one journal.</summary>
    public bool SingleProcess { get; set; } = true;

    /// <summary>
    /// PostgreSQL only: how many lock timeouts (5 s each) a start waits for the session of a process that died, default 3; 0 refuses at once.
    /// A session inside a statement learns of its client's death only at the statement's end, at most 10 s later.
    /// </summary>
    [Range(0, 100)]
    public int TakeOverAttempts { get; set; } = 3;

    /// <summary>
    /// PostgreSQL with <see cref="SingleProcess"/> only: how often the process shows that it lives, default 2 s. One that does not for 8 s
    /// loses its claim to the journal to whoever waits for it.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:00:04", ParseLimitsInInvariantCulture = true)]
    public TimeSpan Presence { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Most appends in one transaction, default 512.</summary>
    [Range(1, 10_000)]
    public int MaxBatchAppends { get; set; } = 512;

    /// <summary>Most payload bytes in one transaction, default 4 MiB; a single larger append is written alone.</summary>
    [Range(1, 256 * 1024 * 1024)]
    public long MaxBatchBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>Most appends that wait, default 8,192; one more is told that the journal is busy.</summary>
    [Range(1, 1_000_000)]
    public int MaxQueuedAppends { get; set; } = 8_192;

    /// <summary>Most payload bytes that wait, default 64 MiB.</summary>
    [Range(1, long.MaxValue)]
    public long MaxQueuedBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>How long an append waits for its answer, default 8 s: less than a grain call (12 s), so that the caller learns what is known.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:05:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan AppendTimeout { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>First pause before reconnecting, default 50 ms; doubles up to <see cref="MaxRetryPause"/>.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:01:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan RetryPause { get; set; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Longest pause before reconnecting, default 1 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:05:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan MaxRetryPause { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Events per page of every longer read, default 1,000: a case of many years is one.</summary>
    [Range(1, 10_000)]
    public int PageSize { get; set; } = 1_000;

    /// <summary>Read connections, default 4.</summary>
    [Range(1, 100)]
    public int Readers { get; set; } = 4;

    /// <summary>How long the feed trusts the notification before it looks itself, default 500 ms.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "00:01:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan FeedPoll { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Look-ups are written this long after the first of them at the latest, default 500 ms.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "00:01:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan LookUpFlush { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Most look-ups not yet written, default 200,000; the next caller waits.</summary>
    [Range(1, 10_000_000)]
    public int MaxBufferedLookUps { get; set; } = 200_000;

    /// <summary>How long answered commands are remembered, default 400 days.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "3660.00:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan KeepCommands { get; set; } = TimeSpan.FromDays(400);

    /// <summary>Pause between two cleaning acts, default 1 minute.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan CleaningPause { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Pause between two exported heads, default 1 minute.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan HeadExport { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Most commands forgotten in one cleaning act, default 1,000.</summary>
    [Range(1, 100_000)]
    public int MaxForgottenCommands { get; set; } = 1_000;

    /// <summary>What is wrong, in Chinese; null when all is well.</summary>
    public string? Problem() => OptionsChecks.OutOfRange(this, Section)
        ?? (!Enum.IsDefined(Provider) ? "配置 Journal:Provider 应为 Sqlite、Postgres 或 Memory。"
            : Provider != JournalProvider.Postgres ? null
            : string.IsNullOrWhiteSpace(ConnectionString) ? "Journal:Provider 为 Postgres 时须设置 Journal:ConnectionString。"
            : !PostgresConnections.Understands(ConnectionString)
                ? "Journal:ConnectionString 不是可用的 PostgreSQL 连接字符串，应形如 Host=主机;Port=5432;Database=库;Username=用户;Password=密码。"
            : null);
}
