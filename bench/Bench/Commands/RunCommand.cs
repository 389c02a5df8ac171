using System.CommandLine;
using PetitionMesh.Bench.Comparison;
using PetitionMesh.Bench.Servers;

namespace PetitionMesh.Bench.Commands;

/// <summary><c>run</c>: the comparison.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var rounds = new Option<int>("--rounds") { Description = "Rounds per measure; medians are over them.", DefaultValueFactory = _ => 5 };
        var seconds = new Option<double>("--seconds") { Description = "Measured seconds of a round.", DefaultValueFactory = _ => 5 };
        var connections = new Option<int>("--connections") { Description = "Connections at full load, each waiting for its answer.", DefaultValueFactory = _ => 64 };
        var only = new Option<string>("--only")
        {
            Description = "What to measure, comma-separated: receptions, lookups, latency, journal.",
            DefaultValueFactory = _ => "receptions,lookups,latency,journal",
        };
        var systems = new Option<string>("--systems") { Description = "Which systems, comma-separated: ours, npgsql, ef, bare; built with -p:GrainHost=Orleans also orleans, grain-storage; or a variant of one, e.g. npgsql+Pool=16+Counter=court-day-channel.", DefaultValueFactory = _ => "ours,npgsql,ef,bare" };
        var people = new Option<int>("--people") { Description = "People preloaded into each system, one reception each.", DefaultValueFactory = _ => 60_000 };
        var newPercent = new Option<int>("--new-percent") { Description = "Share of receptions by people never seen before; the rest are drawn evenly from the preloaded.", DefaultValueFactory = _ => 25 };
        var journalBatch = new Option<int>("--journal-batch") { Description = "Receptions per commit of the raw insert.", DefaultValueFactory = _ => 64 };
        var timed = new Option<bool>("--statements") { Description = "Let PostgreSQL time every statement and print the costliest." };
        var noPage = MeasuredPart.NoPage();

        var command = new Command("run", "Compares the gateway with its peers on a private PostgreSQL, and rewrites the table of docs/performance.md. Takes about six minutes.")
        {
            rounds, seconds, connections, only, systems, people, newPercent, journalBatch, noPage, timed,
        };
        command.SetAction((parsed, cancel) => ComparisonRun.RunAsync(new RunOptions(
            parsed.GetValue(rounds), parsed.GetValue(seconds), parsed.GetValue(connections),
            Words(parsed.GetValue(only)!).Select(w => Enum.Parse<Measure>(w, ignoreCase: true)).ToHashSet(),
            [.. Words(parsed.GetValue(systems)!).Select(SystemKind.Parse)],
            parsed.GetValue(people), parsed.GetValue(newPercent),
            parsed.GetValue(journalBatch), !parsed.GetValue(noPage), parsed.GetValue(timed)), cancel));
        return command;
    }

    private static string[] Words(string list) => list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
