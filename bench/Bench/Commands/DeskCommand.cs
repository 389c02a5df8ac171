using System.CommandLine;
using PetitionMesh.Bench.Desks;
using PetitionMesh.Bench.Report;
using PetitionMesh.Bench.Servers;

namespace PetitionMesh.Bench.Commands;

/// <summary><c>desk</c>: how fast a leader's desk answers with many owned cases, on both stores.</summary>
internal static class DeskCommand
{
    public static Command Create()
    {
        var cases = new Option<int>("--cases") { Description = "Open cases that each of six leaders owns.", DefaultValueFactory = _ => 500 };
        var asks = new Option<int>("--asks") { Description = "Times each caller asks.", DefaultValueFactory = _ => 1_000 };
        var day = new Option<int>("--day-seconds") { Description = "Seconds in which a day's 2,000 receptions come while desks are asked.", DefaultValueFactory = _ => 60 };
        var note = new Option<string?>("--note") { Description = "Write the table into docs/performance.md under this remark; without it, print only." };
        var command = new Command("desk", "Median and p99 of GET /api/leaders/{id}/desk beside a day of six courts, with one caller and with six, on PostgreSQL and SQLite.") { cases, asks, day, note };
        command.SetAction(async (parsed, cancel) =>
        {
            using var own = new RunDirectory();
            var machine = Machine.Look(own.Path);
            var table = await new DeskRun(parsed.GetValue(cases), parsed.GetValue(asks), parsed.GetValue(day)).MeasureAsync(own.Path, cancel).ConfigureAwait(false);
            var text = $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC. {machine}.\n\n{table}";
            await Console.Out.WriteLineAsync(text).ConfigureAwait(false);
            if (parsed.GetValue(note) is { } remark)
                PerformancePage.Replace("desk", $"{remark} {text}");
            own.Remove = true;
        });
        return command;
    }
}
