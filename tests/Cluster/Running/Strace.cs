using System.Diagnostics;

namespace PetitionMesh.Cluster.Running;

/// <summary>strace on running processes: counts their syscalls, or strikes at the n-th of them.</summary>
internal sealed class Strace : IAsyncDisposable
{
    private readonly Process _process;

    private Strace(Process process) => _process = process;

    /// <summary>Why strace cannot trace here; null when it can.</summary>
    public static string? Unavailable { get; } = Probe();

    /// <summary>Attaches to processes and all their threads, and returns when it holds them.</summary>
    public static async Task<Strace> AttachAsync(IReadOnlyCollection<int> processes, params string[] arguments)
    {
        var start = new ProcessStartInfo("strace", ["-f", "-qq", .. arguments]) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var process in processes)
        {
            start.ArgumentList.Add("-p");
            start.ArgumentList.Add(process.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        var strace = new Strace(Process.Start(start)!);
        await Deadline.UntilAsync(
            "strace holds every thread",
            TimeSpan.FromSeconds(20),
            () => strace._process.HasExited ? strace.HasStruck() : processes.All(IsHeld));
        return strace;
    }

    /// <summary>Lets the processes go on untraced.</summary>
    public async Task DetachAsync()
    {
        if (!_process.HasExited)
            Process.Start("kill", ["-INT", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]).WaitForExit();
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(20));
    }

    public async ValueTask DisposeAsync()
    {
        await DetachAsync();
        _process.Dispose();
    }

    /// <summary>It ends by itself when its processes are dead: it struck before anybody looked.</summary>
    /// <exception cref="InvalidOperationException">It could not attach.</exception>
    private bool HasStruck() => _process.StandardError.ReadToEnd() is { Length: > 0 } said ? throw new InvalidOperationException(said) : true;

    /// <summary>A process that is gone counts as held: it was struck already.</summary>
    private static bool IsHeld(int process)
    {
        try
        {
            return Directory.GetDirectories($"/proc/{process}/task")
                .All(t => File.ReadLines(Path.Combine(t, "status")).Any(l => l.StartsWith("TracerPid:", StringComparison.Ordinal) && !l.EndsWith("\t0", StringComparison.Ordinal)));
        }
        catch (IOException)
        {
            return !Directory.Exists($"/proc/{process}");
        }
    }

    private static string? Probe()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("strace", ["-f", "-e", "trace=none", "true"]) { RedirectStandardError = true })!;
            var said = process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? null : $"strace cannot trace here: {said.Trim()}";
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            return $"strace is not here: {missing.Message}";
        }
    }
}
