using System.CommandLine;
using System.CommandLine.Parsing;

namespace PetitionMesh.Gateway.Operators;

/// <summary>What is wrong with a command as it was typed, in one Chinese sentence.</summary>
internal static class CommandSlips
{
    public static string Of(ParseResult parsed) => $"{Reason(parsed)}；{CommandHelp.PathOf(parsed.CommandResult)} --help 查看说明。";

    private static string Reason(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (parsed.UnmatchedTokens.Count > 0 && command.TreatUnmatchedTokensAsErrors)
            return $"无法识别“{string.Join(' ', parsed.UnmatchedTokens)}”{Offered(command)}";
        if (command.Subcommands.Count > 0)
            return $"命令 {command.Name} 不完整{Offered(command)}";
        if (command.Arguments.FirstOrDefault(a => a.Arity.MinimumNumberOfValues > 0 && parsed.GetResult(a) is null or { Tokens.Count: 0 }) is { } argument)
            return $"命令 {command.Name} 缺少 <{argument.Name}>（{argument.Description}）";
        if (command.Options.FirstOrDefault(o => o.Required && parsed.GetResult(o) is null or { Implicit: true }) is { } option)
            return $"命令 {command.Name} 缺少选项 {option.Name}（{option.Description}）";
        return parsed.Errors.Select(e => Unusable(e.SymbolResult)).FirstOrDefault(r => r is not null) ?? $"命令 {command.Name} 的写法不能识别";
    }

    private static string Offered(Command command) =>
        command.Subcommands.Count == 0 ? "" : $"，可用：{string.Join('、', command.Subcommands.Select(c => c.Name))}";

    private static string? Unusable(SymbolResult? part) => part switch
    {
        ArgumentResult { Parent: OptionResult option } => Unusable(option),
        ArgumentResult argument => $"“{Text(argument)}”不能使用（{argument.Argument.Description}）",
        OptionResult { Tokens.Count: 0 } option => $"选项 {option.Option.Name} 缺少值（{option.Option.Description}）",
        OptionResult option => $"选项 {option.Option.Name} 的值“{Text(option)}”不能使用（{option.Option.Description}）",
        _ => null,
    };

    private static string Text(SymbolResult part) => string.Join(' ', part.Tokens.Select(t => t.Value));
}
