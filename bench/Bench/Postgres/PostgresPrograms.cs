using System.Diagnostics;

namespace PetitionMesh.Bench.Postgres;

/// <summary>The server programs of an installed PostgreSQL, run as user postgres where we are root (they refuse root).</summary>
internal sealed class PostgresPrograms(string directory)
{
    private static bool AsOther => Environment.UserName == "root";

    /// <exception cref="InvalidOperationException">No PostgreSQL server is installed.</exception>
    public static PostgresPrograms Find()
    {
        var candidates = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Concat(Configured())
            .Concat(Directory.Exists("/usr/lib/postgresql")
                ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal).Select(d => Path.Combine(d, "bin"))
                : []);
        return candidates.FirstOrDefault(d => File.Exists(Path.Combine(d, "initdb"))) is { } found
            ? new PostgresPrograms(found)
            : throw new InvalidOperationException(
                "No PostgreSQL server programs (initdb) found in PATH, pg_config --bindir or /usr/lib/postgresql. Debian: apt-get install postgresql");
    }

    /// <summary>Lets the server's user reach its directory.</summary>
    public static async Task GiveAsync(string parent, string owned)
    {
        if (!AsOther)
            return;
        File.SetUnixFileMode(parent, File.GetUnixFileMode(parent) | UnixFileMode.OtherExecute | UnixFileMode.OtherRead);
        await StartAsync("chown", ["postgres", owned]).ConfigureAwait(false);
    }

    public Task RunAsync(string program, params string[] arguments)
    {
        var path = Path.Combine(directory, program);
        return AsOther
            ? StartAsync("runuser", ["-u", "postgres", "--", path, .. arguments])
            : StartAsync(path, arguments);
    }

    private static async Task StartAsync(string file, IEnumerable<string> arguments)
    {
        // The server inherits these streams and keeps them open: a pipe would never end, so output goes nowhere unless it fails.
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >/dev/null", "sh", file, .. arguments])
        {
            WorkingDirectory = "/",
        })!;
        await process.WaitForExitAsync().ConfigureAwait(false);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{file} {string.Join(' ', arguments)} ended with {process.ExitCode}");
    }

    private static IEnumerable<string> Configured()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("pg_config", ["--bindir"]) { RedirectStandardOutput = true })!;
            return [process.StandardOutput.ReadToEnd().Trim()];
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // pg_config belongs to the client's development package, which need not be there.
            return [];
        }
    }
}
