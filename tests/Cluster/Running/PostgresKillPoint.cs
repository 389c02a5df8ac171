using System.Globalization;
using Npgsql;
using PetitionMesh.Cluster.Load;

namespace PetitionMesh.Cluster.Running;

/// <summary>
/// The test's own session holds a lock that the journal's transaction needs next, looks on until the journal waits for it, and
/// kills the gateway just there.
/// </summary>
internal sealed class PostgresKillPoint(string name, string lockStatement, bool commits) : KillPoint
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    public static IReadOnlyList<KillPoint> All { get; } =
    [
        new PostgresKillPoint("before the transaction holds the head", "select position from journal_head for update", commits: false),
        new PostgresKillPoint("inside the transaction, which dies with the process", "lock table event in share mode", commits: false),
        new PostgresKillPoint("inside the transaction, which PostgreSQL commits all the same", "lock table event in share mode", commits: true),
        .. Strace.Unavailable is null ? [new PostgresAfterCommit()] : Array.Empty<KillPoint>(),
        new Anywhere(),
    ];

    public override string Name => name;

    public override async Task StrikeAsync(Workplace workplace, ReceptionLoad load, Random random)
    {
        var store = (StoreUnderTest.Postgres)workplace.Store;
        await using var session = await store.OpenAsync();
        await using var holding = await session.BeginTransactionAsync();
        await RunAsync(session, lockStatement);
        await Deadline.UntilAsync(
            "the journal waits for the lock",
            Soon,
            async () => await store.CountAsync("select count(*) from pg_stat_activity where datname = current_database() and application_name = 'petitionmesh-journal' and wait_event_type = 'Lock'") > 0);
        await workplace.Gateway.KillAsync();
        if (!commits)
            await RunAsync(session, "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'petitionmesh-journal'");
        await holding.RollbackAsync();
    }

    internal static async Task RunAsync(NpgsqlConnection session, string statement)
    {
        await using var command = session.CreateCommand();
#pragma warning disable CA2100 // Constants of the tests.
        command.CommandText = statement;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>The journal's session is stopped when its commit is on the disk and its answer not yet sent; the gateway dies not knowing.</summary>
internal sealed class PostgresAfterCommit : KillPoint
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    public override string Name => "after the commit, before its answer";

    public override async Task StrikeAsync(Workplace workplace, ReceptionLoad load, Random random)
    {
        var store = (StoreUnderTest.Postgres)workplace.Store;
        var writer = (int)await store.CountAsync(
            "select pid from pg_stat_activity where datname = current_database() and application_name = 'petitionmesh-journal'");
        var when = random.Next(1, 20).ToString(CultureInfo.InvariantCulture);
        var said = Path.Combine(store.Directory, "strace.log");
        await using (await Strace.AttachAsync([writer], "-o", said, "-e", "trace=fdatasync", "-e", $"inject=fdatasync:signal=SIGSTOP:when={when}"))
        {
            await Deadline.UntilAsync(
                $"the session stops at its {when}th sync", Soon, () => File.ReadAllText(said).Contains("--- stopped by SIGSTOP ---", StringComparison.Ordinal));
        }

        await workplace.Gateway.KillAsync();
        ProcessSignal.Send(writer, "CONT");
        File.Delete(said);
    }
}
