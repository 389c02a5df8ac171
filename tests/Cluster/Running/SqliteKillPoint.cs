using System.Globalization;
using PetitionMesh.Cluster.Load;

namespace PetitionMesh.Cluster.Running;

/// <summary>
/// strace kills at the entry of the n-th syscall of a kind, so that the call itself never runs: a page of the write-ahead log is
/// not written, the log is written but not synced, or the commit is durable and nobody was told.
/// </summary>
internal sealed class SqliteKillPoint(string name, string syscall, int upTo) : KillPoint
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    public static IReadOnlyList<KillPoint> All { get; } = Strace.Unavailable is not null
        ? [new Anywhere()]
        :
        [
            new SqliteKillPoint("inside the transaction, at a write to the log", "pwrite64", 60),
            new SqliteKillPoint("at the commit, log written and not synced", "fsync,fdatasync", 12),
            new SqliteKillPoint("after the commit, before the answer", "sendto,sendmsg", 6),
            new Anywhere(),
        ];

    public override string Name => name;

    public override async Task StrikeAsync(Workplace workplace, ReceptionLoad load, Random random)
    {
        var when = random.Next(1, upTo + 1).ToString(CultureInfo.InvariantCulture);
        await using var strace = await Strace.AttachAsync(
            [workplace.Gateway.Id], "-o", "/dev/null", "-e", $"trace={syscall}", "-e", $"inject={syscall}:signal=SIGKILL:when={when}");
        await Deadline.UntilAsync($"the process dies at its {when}th {syscall}", Soon, () => workplace.Gateway.HasExited);
    }
}
