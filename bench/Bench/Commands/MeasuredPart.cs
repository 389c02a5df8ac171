using System.CommandLine;
using PetitionMesh.Bench.Report;

namespace PetitionMesh.Bench.Commands;

/// <summary>A command whose measurement is printed and, unless <c>--no-page</c> says otherwise, replaces one part of docs/performance.md.</summary>
internal static class MeasuredPart
{
    public static Option<bool> NoPage() => new("--no-page") { Description = "Print only; leave docs/performance.md as it is." };

    /// <param name="measure">Gives the text of the part.</param>
    public static Command Measures(this Command command, string part, Func<ParseResult, CancellationToken, Task<string>> measure)
    {
        var noPage = NoPage();
        command.Options.Add(noPage);
        command.SetAction(async (parsed, cancel) =>
        {
            var text = await measure(parsed, cancel).ConfigureAwait(false);
            await Console.Out.WriteLineAsync(text).ConfigureAwait(false);
            if (!parsed.GetValue(noPage))
                PerformancePage.Replace(part, text);
        });
        return command;
    }
}
