using System.CommandLine;
using PetitionMesh.Bench.Figures;
using PetitionMesh.Bench.Postgres;
using PetitionMesh.Bench.Report;
using PetitionMesh.Bench.Servers;

namespace PetitionMesh.Bench.Commands;

/// <summary><c>fill</c>: loads receptions through the journal, size by size, and measures at each how fast figures answer, with a GROUP BY beside.</summary>
internal static class FillCommand
{
    public static Command Create()
    {
        var sizes = new Option<int[]>("--sizes")
        {
            Description = "Receptions in the journal, ascending.",
            DefaultValueFactory = _ => [100_000, 1_000_000, 10_000_000],
            AllowMultipleArgumentsPerToken = true,
        };
        var connection = new Option<string?>("--connection")
        {
            Description = "A database of your own that is kept: a run that was stopped goes on where it was. Without it, a private PostgreSQL that is removed.",
        };
        var noPage = new Option<bool>("--no-page") { Description = "Print only; leave docs/performance.md as it is." };
        var command = new Command("fill", "Counts for a day, a fortnight and a year at growing sizes, beside a GROUP BY over the receptions.") { sizes, connection, noPage };
        command.SetAction(async (parsed, cancel) =>
        {
            using var own = new RunDirectory();
            var machine = Machine.Look(own.Path);
            var given = parsed.GetValue(connection);
            await using var postgres = given is null ? await PrivatePostgres.StartAsync(own.Path).ConfigureAwait(false) : null;
            if (postgres is not null)
                await postgres.CreateDatabaseAsync("figures").ConfigureAwait(false);
            var text = $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC. {machine}.\n\n"
                + await FigureRun.MeasureAsync(given ?? postgres!.ConnectionString("figures"), parsed.GetRequiredValue(sizes), cancel).ConfigureAwait(false);
            await Console.Out.WriteLineAsync(text).ConfigureAwait(false);
            if (!parsed.GetValue(noPage))
                PerformancePage.Replace("figures", text);
            own.Remove = true;
        });
        return command;
    }
}
