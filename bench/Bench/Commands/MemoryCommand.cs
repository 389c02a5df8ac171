using System.CommandLine;
using System.Globalization;
using PetitionMesh.Bench.InProcess;
using PetitionMesh.Bench.Report;

namespace PetitionMesh.Bench.Commands;

/// <summary><c>memory</c>: what activations cost.</summary>
internal static class MemoryCommand
{
    private const double Mib = 1024 * 1024;

    public static Command Create()
    {
        var people = new Option<int>("--people") { Description = "Petitioners, each with one case and one reception.", DefaultValueFactory = _ => 100_000 };
        return new Command("memory", "Managed heap that Case and Petitioner activations take, after blocking collections.") { people }
            .Measures("memory", (parsed, _) => MeasureAsync(parsed.GetValue(people)));
    }

    private static async Task<string> MeasureAsync(int count)
    {
        var machine = Machine.Look(Path.GetTempPath());
        var bytes = await ActivationMemory.MeasureAsync(count).ConfigureAwait(false);
        return string.Create(CultureInfo.InvariantCulture,
            $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC, {machine.DotNet}, commit {machine.Commit}: {count:#,0} petitioners and {count:#,0} cases, one reception each, all active: **{bytes / Mib:0} MiB** ({bytes / 1_000_000.0:0} MB) of managed heap, {bytes / count:#,0} bytes for a petitioner with a case.");
    }
}
