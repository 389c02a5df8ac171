using System.CommandLine;
using PetitionMesh.Bench.Comparison;
using PetitionMesh.Bench.Reporting;
using PetitionMesh.Bench.Servers;

namespace PetitionMesh.Bench.Commands;

/// <summary><c>reporting</c>: what reporting jobs cost registering, and whether what they pull is true.</summary>
internal static class ReportingCommand
{
    public static Command Create()
    {
        var rounds = new Option<int>("--rounds") { Description = "Rounds each way; the ratio is the median of the rounds' ratios.", DefaultValueFactory = _ => 5 };
        var seconds = new Option<double>("--seconds") { Description = "Measured seconds of a round.", DefaultValueFactory = _ => 10 };
        var connections = new Option<int>("--connections") { Description = "Connections that register, each waiting for its answer.", DefaultValueFactory = _ => 64 };
        var people = new Option<int>("--people") { Description = "People preloaded, one reception each.", DefaultValueFactory = _ => 20_000 };
        var jobs = new Option<int>("--jobs") { Description = "Reporting jobs, each pulling once a second.", DefaultValueFactory = _ => 20 };
        var noPage = MeasuredPart.NoPage();
        var command = new Command("reporting", "Registering beside jobs that pull counts once a second, every answer held against the journal.")
        {
            rounds, seconds, connections, people, jobs, noPage,
        };
        command.SetAction((parsed, cancel) => ReportingRun.RunAsync(
            new RunOptions(
                parsed.GetValue(rounds), parsed.GetValue(seconds), parsed.GetValue(connections), new HashSet<Measure> { Measure.Receptions }, [SystemKind.Ours],
                parsed.GetValue(people), NewPercent: 25, JournalBatch: 0, WritePage: !parsed.GetValue(noPage), Timed: false),
            parsed.GetValue(jobs),
            cancel));
        return command;
    }
}
