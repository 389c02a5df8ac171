using System.CommandLine;
using System.CommandLine.Invocation;
using PetitionMesh.Gateway.Operators;
using PetitionMesh.Gateway.Settings;

namespace PetitionMesh.Gateway;

/// <summary>
/// The first word decides: <c>journal</c> and <c>keys</c> are for operators, <c>report</c> for reporting jobs, everything else are settings of the server. What an
/// operator can mend is told in one Chinese sentence, without a stack trace.
/// </summary>
internal static class CommandLine
{
    public const int Fine = 0;

    /// <summary>The journal or its ledger is not what was written.</summary>
    public const int Differs = 1;

    /// <summary>It could not be done.</summary>
    public const int Impossible = 2;

    private static readonly string[] Commands = ["journal", "keys", "report"];

    private static readonly string[] AboutProgram = ["--help", "-h", "-?", "--version"];

    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            if (args is not [var word, ..] || !(IsWord(word) || AboutProgram.Contains(word)))
            {
                await ServeAsync(args);
                return Fine;
            }
            if (IsWord(word) && !Commands.Contains(word))
                return await UnknownAsync(word);
            var root = new RootCommand("信访事项首接负责系统。不带命令时启动服务；设置以 --节:名=值 给出，例如 --Journal:Provider=Postgres。");
            root.Subcommands.Add(JournalCommands.Create());
            root.Subcommands.Add(KeysCommands.Create());
            root.Subcommands.Add(ReportCommand.Create());
            CommandHelp.Give(root);
            var parsed = root.Parse(args);
            if (parsed.Action is not ParseErrorAction)
                return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
            await Console.Error.WriteLineAsync(CommandSlips.Of(parsed));
            return Impossible;
        }
        catch (Exception fault) when (FaultSentences.Of(fault) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return Impossible;
        }
    }

    /// <summary>Neither an option nor a setting: meant as a command.</summary>
    private static bool IsWord(string argument) => argument.Length > 0 && argument[0] is not ('-' or '/') && !argument.Contains('=', StringComparison.Ordinal);

    private static async Task<int> UnknownAsync(string word)
    {
        await Console.Error.WriteLineAsync($"没有“{word}”这个命令。可用：{string.Join('、', Commands)}；不带命令时启动服务；--help 查看说明。");
        return Impossible;
    }

    private static async Task ServeAsync(string[] args)
    {
        await using var app = GatewayHost.Build(args);
        ServerAddresses.Check(app.Configuration);
        try
        {
            await app.StartAsync();
        }
        catch (Exception fault) when (FaultSentences.IsOfAddress(fault))
        {
            // All else ends in order, instead of telling that it was cut off.
            await app.StopAsync();
            throw;
        }
        await app.WaitForShutdownAsync();
    }
}
