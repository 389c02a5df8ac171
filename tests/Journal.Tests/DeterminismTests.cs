using System.Text.RegularExpressions;
using PetitionMesh.Tests;

namespace PetitionMesh.Journal.Tests;

/// <summary>
/// Grains and journal run under the simulation's scheduler and clock. Whatever leaves that scheduler or reads another clock makes
/// a seed mean nothing, so it must not be in their source.
/// </summary>
public sealed partial class DeterminismTests
{
    /// <summary>Files that may, and why: SQLite's commit blocks in fsync and gets a thread of its own; the simulation does not run that store.</summary>
    private static readonly string[] MayOwnAThread = ["Journal/Sqlite/SqliteWriterThread.cs"];

    [Theory]
    [InlineData("Grains")]
    [InlineData("Journal")]
    public void Nothing_leaves_the_scheduler_or_reads_another_clock(string project)
    {
        var source = Path.Combine(Repository.Root, "src", project);
        var files = Directory.GetFiles(source, "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .ToArray();
        Assert.NotEmpty(files);

        var found = files.SelectMany(file => Violations(Path.GetRelativePath(Path.Combine(Repository.Root, "src"), file).Replace('\\', '/'), File.ReadAllText(file)));

        Assert.Empty(found);
    }

    [Theory]
    [InlineData("await x.ConfigureAwait(false);")]
    [InlineData("await Task.Run(() => 1);")]
    [InlineData("var now = DateTime.UtcNow;")]
    [InlineData("var now = DateTimeOffset.Now;")]
    [InlineData("var watch = Stopwatch.StartNew();")]
    [InlineData("using var timer = new Timer(_ => { });")]
    [InlineData("await Task.Delay(1000);")]
    [InlineData("await Task.Delay(pause, stopping);")]
    [InlineData("Thread.Sleep(1);")]
    [InlineData("new Thread(Run).Start();")]
    [InlineData("ThreadPool.QueueUserWorkItem(_ => { });")]
    [InlineData("using var timer = new PeriodicTimer(period);")]
    [InlineData("Random.Shared.Next();")]
    public void Each_forbidden_thing_would_be_found(string line) => Assert.NotEmpty(Violations("Journal/Some.cs", line));

    [Theory]
    [InlineData("await Task.Delay(pause, time, stopping);")]
    [InlineData("using var timer = new PeriodicTimer(period, time);")]
    [InlineData("var now = time.GetUtcNow();")]
    [InlineData("// Task.Run is not for us.")]
    public void What_keeps_to_the_scheduler_and_the_clock_is_let_through(string line) => Assert.Empty(Violations("Journal/Some.cs", line));

    private static IEnumerable<string> Violations(string file, string text) =>
        text.Split('\n')
            .Select((line, number) => (Line: Comment().Replace(line, ""), Number: number + 1))
            .Where(l => Forbidden().IsMatch(l.Line) && !(MayOwnAThread.Contains(file) && OwnThread().IsMatch(l.Line)))
            .Select(l => $"{file}:{l.Number}: {l.Line.Trim()}");

    [GeneratedRegex(@"^\s*///?.*$|\s//\s.*$")]
    private static partial Regex Comment();

    [GeneratedRegex(
        @"ConfigureAwait\(\s*false|\bTask\.Run\(|\bDateTime(Offset)?\.(Utc)?Now\b|\bDateTime\.Today\b|\bStopwatch\b|\bEnvironment\.TickCount|" +
        @"\bThread\.Sleep\b|\bnew Thread\b|\bThreadPool\.|\bTask\.Delay\((?![^;]*\btime\b)|\bnew (System\.Threading\.)?Timer\(|" +
        @"\bnew PeriodicTimer\((?![^;]*\btime\b)|\bnew CancellationTokenSource\(\s*[^)\s]|\bRandom\.Shared\b|\bnew Random\(\)")]
    private static partial Regex Forbidden();

    [GeneratedRegex(@"\bnew Thread\(Run\)")]
    private static partial Regex OwnThread();
}
