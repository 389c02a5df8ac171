using System.ComponentModel;
using System.Diagnostics;

namespace PetitionMesh.Tests;

/// <summary>Finds and runs PostgreSQL's server programs.</summary>
internal static class PostgresPrograms
{
    /// <summary>The directory of <c>initdb</c>: on the path, where pg_config says, or where Debian puts it.</summary>
    /// <exception cref="PostgresMissingException">Nowhere.</exception>
    public static async Task<string> FindAsync()
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        IEnumerable<string> debian = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal).Select(d => Path.Combine(d, "bin"))
            : [];
        return path.Concat(await AskPgConfigAsync()).Concat(debian).FirstOrDefault(d => File.Exists(Path.Combine(d, "initdb")))
            ?? throw new PostgresMissingException("initdb is not on the path, not where pg_config says and not below /usr/lib/postgresql.");
    }

    public static Task<string> RunAsPostgresAsync(string program, IReadOnlyList<string> arguments) =>
        File.Exists("/usr/sbin/runuser") || File.Exists("/sbin/runuser")
            ? RunAsync("runuser", ["-u", "postgres", "--", program, .. arguments])
            : RunAsync("su", ["postgres", "-s", "/bin/sh", "-c", string.Join(' ', arguments.Prepend(program).Select(a => $"'{a}'"))]);

    /// <returns>What it printed.</returns>
    /// <exception cref="PostgresMissingException">It is not there or failed; the message carries what it said.</exception>
    public static async Task<string> RunAsync(string program, IReadOnlyList<string> arguments)
    {
        // The server outlives pg_ctl and would keep a pipe open for ever, so it prints to files.
        var output = Path.GetTempFileName();
        try
        {
            using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "out=$1; shift; exec \"$@\" >\"$out\" 2>&1 </dev/null", "sh", output, program, .. arguments])
            {
                WorkingDirectory = Path.GetTempPath(),
            })!;
            await process.WaitForExitAsync();
            var said = await File.ReadAllTextAsync(output);
            return process.ExitCode == 0
                ? said
                : throw new PostgresMissingException($"{Path.GetFileName(program)} failed with {process.ExitCode}: {said.Trim()}");
        }
        catch (Win32Exception missing)
        {
            throw new PostgresMissingException(missing.Message);
        }
        finally
        {
            File.Delete(output);
        }
    }

    private static async Task<IEnumerable<string>> AskPgConfigAsync()
    {
        try
        {
            return [(await RunAsync("pg_config", ["--bindir"])).Trim()];
        }
        catch (PostgresMissingException)
        {
            return [];
        }
    }
}
