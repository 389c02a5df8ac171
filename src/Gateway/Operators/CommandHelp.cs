using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace PetitionMesh.Gateway.Operators;

/// <summary>What <c>--help</c> shows of a command. The library's own page is half English, also with its Chinese resources.</summary>
internal sealed class CommandHelp : SynchronousCommandLineAction
{
    /// <summary>Puts this page in the place of the library's.</summary>
    public static void Give(RootCommand root)
    {
        var help = root.Options.OfType<HelpOption>().Single();
        help.Description = "显示本说明";
        help.Action = new CommandHelp();
        root.Options.OfType<VersionOption>().Single().Description = "显示版本";
    }

    /// <summary>The command with all before it, as it is typed.</summary>
    public static string PathOf(CommandResult command) =>
        command.Parent is CommandResult outer ? $"{PathOf(outer)} {command.Command.Name}" : RootCommand.ExecutableName;

    public override int Invoke(ParseResult parseResult)
    {
        var command = parseResult.CommandResult.Command;
        var written = parseResult.InvocationConfiguration.Output;
        written.WriteLine(command.Description);
        written.WriteLine();
        var parts = command.Arguments.Select(a => $"<{a.Name}>")
            .Concat(command.Subcommands.Count > 0 ? ["<命令>"] : [])
            .Concat(command.Options.Where(o => o.Required).Select(o => $"{o.Name} <值>"));
        written.WriteLine($"用法：{string.Join(' ', [PathOf(parseResult.CommandResult), .. parts, "[选项]"])}");
        List(written, "参数", command.Arguments.Select(a => (a.Name, a.Description)));
        List(written, "命令", command.Subcommands.Select(c => (c.Name, c.Description)));
        var general = command is RootCommand ? [] : parseResult.RootCommandResult.Command.Options.Where(o => o.Recursive);
        List(written, "选项", command.Options.Concat(general).Select(o => (string.Join(", ", [o.Name, .. o.Aliases.Where(a => a[0] == '-')]), o.Description)));
        return CommandLine.Fine;
    }

    private static void List(TextWriter written, string title, IEnumerable<(string Name, string? Description)> lines)
    {
        var all = lines.ToArray();
        if (all.Length == 0)
            return;
        var width = all.Max(l => l.Name.Length) + 2;
        written.WriteLine();
        written.WriteLine($"{title}：");
        foreach (var (name, description) in all)
            written.WriteLine($"  {name.PadRight(width)}{description}");
    }
}
