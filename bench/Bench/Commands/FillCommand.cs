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
        return new Command("fill", "Counts for a day, a fortnight and a year at growing sizes, beside a GROUP BY over the receptions.") { sizes, connection }
            .Measures("figures", (parsed, cancel) => MeasureAsync(parsed.GetValue(connection), parsed.GetRequiredValue(sizes), cancel));
    }

    private static async Task<string> MeasureAsync(string? given, int[] sizes, CancellationToken cancel)
    {
        using var own = new RunDirectory();
        var machine = Machine.Look(own.Path);
        await using var postgres = given is null ? await PrivatePostgres.StartAsync(own.Path).ConfigureAwait(false) : null;
        if (postgres is not null)
            await postgres.CreateDatabaseAsync("figures").ConfigureAwait(false);
        var table = await FigureRun.MeasureAsync(given ?? postgres!.ConnectionString("figures"), sizes, cancel).ConfigureAwait(false);
        own.Remove = true;
        return $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC. {machine}.\n\n{table}";
    }
}
