using System.Diagnostics;
using System.Globalization;

namespace PetitionMesh.Cluster.Running;

/// <summary>A file system of a few megabytes that a test fills to the last byte and frees again.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private SmallDisk(string root) => Root = root;

    public string Root { get; }

    private string Filler => Path.Combine(Root, "filler");

    /// <summary>Skips the test by name where nobody may mount.</summary>
    public static SmallDisk Mount(int megabytes)
    {
        Skip.If(!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess, "Mounting a small disk needs root on Linux.");
        var root = Workplace.NewDirectory();
        var (code, said) = Run("mount", "-t", "tmpfs", "-o", string.Create(CultureInfo.InvariantCulture, $"size={megabytes}m,mode=0755"), "tmpfs", root);
        if (code == 0)
            return new SmallDisk(root);
        Directory.Delete(root);
        throw new SkipException($"No small disk can be mounted here: {said.Trim()}");
    }

    /// <summary>Leaves not a single free block.</summary>
    public void Fill()
    {
        using var filler = new FileStream(Filler, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 1);
        var block = new byte[4096];
        try
        {
            while (true)
                filler.Write(block);
        }
        catch (IOException)
        {
            // Full is what was wanted.
        }
    }

    public void Free() => File.Delete(Filler);

    public async ValueTask DisposeAsync()
    {
        await Deadline.UntilAsync("the small disk can be unmounted", TimeSpan.FromSeconds(20), () => Run("umount", Root).Code == 0);
        Directory.Delete(Root);
    }

    private static (int Code, string Said) Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, said);
    }
}
