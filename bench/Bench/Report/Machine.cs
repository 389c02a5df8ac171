using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using PetitionMesh.Bench.Postgres;
using PetitionMesh.Bench.Servers;

namespace PetitionMesh.Bench.Report;

/// <summary>Where and on what the figures were made: printed before the start, because a loaded machine explains odd figures.</summary>
/// <param name="Load">The load averages of /proc/loadavg before the first server was started.</param>
internal sealed record Machine(string Processor, int Cores, double MemoryGib, string System, string DotNet, string Disk, string Load, string Commit)
{
    public static Machine Look(string directory) => new(
        Line("/proc/cpuinfo", "model name") ?? RuntimeInformation.ProcessArchitecture.ToString(),
        Environment.ProcessorCount,
        GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1024.0 / 1024 / 1024,
        RuntimeInformation.OSDescription,
        RuntimeInformation.FrameworkDescription,
        new DriveInfo(directory).DriveFormat,
        File.Exists("/proc/loadavg") ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ').Take(3)) : "unknown",
        Git("rev-parse", "--short", "HEAD") + (Git("status", "--porcelain", "--untracked-files=no").Length == 0 ? "" : " with changes"));

    public static async Task<string> DatabaseAsync(PrivatePostgres postgres) =>
        await postgres.AskAsync<string>("postgres",
            """
            SELECT 'PostgreSQL ' || current_setting('server_version') || ', fsync ' || current_setting('fsync')
                || ', synchronous_commit ' || current_setting('synchronous_commit') || ', wal_sync_method ' || current_setting('wal_sync_method')
                || ', full_page_writes ' || current_setting('full_page_writes') || ', shared_buffers ' || current_setting('shared_buffers')
            """).ConfigureAwait(false) ?? "";

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Processor}, {Cores} cores, {MemoryGib:0} GiB, {System}, {DotNet}, {Disk}; load before the start {Load}; commit {Commit}");

    private static string? Line(string file, string name) =>
        File.Exists(file)
            ? File.ReadLines(file).FirstOrDefault(l => l.StartsWith(name, StringComparison.Ordinal))?.Split(':', 2)[1].Trim()
            : null;

    private static string Git(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("git", arguments)
        {
            RedirectStandardOutput = true,
            WorkingDirectory = Repository.Root,
        })!;
        return process.StandardOutput.ReadToEnd().Trim();
    }
}
