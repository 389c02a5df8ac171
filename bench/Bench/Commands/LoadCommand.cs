using System.CommandLine;
using System.Text.Json;
using PetitionMesh.Bench.Load;

namespace PetitionMesh.Bench.Commands;

/// <summary>The generator process: orders in as JSON lines, results out as JSON lines. Started by <see cref="Generator"/>.</summary>
internal static class LoadCommand
{
    public static Command Create()
    {
        var command = new Command("load", "The load generator process (started by run).") { Hidden = true };
        command.SetAction(async (_, cancel) =>
        {
            while (await Console.In.ReadLineAsync(cancel).ConfigureAwait(false) is { } line)
            {
                var order = JsonSerializer.Deserialize(line, LoadJson.Default.RoundOrder)!;
                var result = await Round.RunAsync(order, TimeProvider.System).ConfigureAwait(false);
                await Console.Out.WriteLineAsync(JsonSerializer.Serialize(result, LoadJson.Default.RoundResult)).ConfigureAwait(false);
            }
        });
        return command;
    }
}
