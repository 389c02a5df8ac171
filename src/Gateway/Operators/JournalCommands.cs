using System.CommandLine;
using PetitionMesh.Journal;
using PetitionMesh.Journal.GroupCommit;
using PetitionMesh.Journal.Integrity;

namespace PetitionMesh.Gateway.Operators;

/// <summary><c>journal verify|rebuild|head</c>. Exit code 0: all is well; 1: something differs; 2: it could not be done.</summary>
internal static class JournalCommands
{
    public static Command Create()
    {
        var journal = new Command("journal", "检验和维护日志");
        journal.Subcommands.Add(Head());
        journal.Subcommands.Add(Verify());
        journal.Subcommands.Add(Rebuild());
        return journal;
    }

    private static Command Head()
    {
        var command = new Command("head", "显示日志末端的位置和校验值；请另行抄存，供日后 verify 对照（可在服务运行时使用）");
        command.SetAction((parsed, cancellationToken) => OnJournalAsync(parsed, async (_, store) =>
        {
            var head = await store.ReadHeadAsync(cancellationToken);
            Console.Out.WriteLine($"{head.Position} {head.HashText}");
            return CommandLine.Fine;
        }));
        return command.WithSettings();
    }

    private static Command Verify()
    {
        var command = new Command("verify", "检验日志的校验链，并逐行核对台账（只读，可在服务运行时使用）");
        var heads = new Option<FileInfo?>("--heads") { Description = "外部留存的 heads.log；缺省为数据目录中的 heads.log" };
        command.Options.Add(heads);
        command.SetAction((parsed, cancellationToken) => OnJournalAsync(parsed, async (options, store) =>
        {
            var exported = await ExportedHeads.ReadAsync(parsed.GetValue(heads)?.FullName ?? ExportedHeads.PathIn(options.DataDirectory), cancellationToken);
            var chain = await ChainVerifier.VerifyAsync(store, exported, cancellationToken);
            if (chain.Fault is { } fault)
            {
                Console.Out.WriteLine($"日志不完整：{fault}");
                return CommandLine.Differs;
            }
            Console.Out.WriteLine($"日志完整：共 {chain.Head.Position} 条记录，已与 {exported.Length} 个外部留存的校验值核对。");
            using var bar = new ProgressBar("核对台账");
            var difference = await JournalUpkeep.RecountAsync(store, p => bar.Show(p.Done, p.Total), cancellationToken);
            Console.Out.WriteLine(difference is null
                ? "台账与日志一致。"
                : $"台账与日志不一致：表 {difference.Table} 行 {difference.Key} 列 {difference.Column}，台账为 {difference.Stored}，日志为 {difference.Recounted}。可用 journal rebuild 重建。");
            return difference is null ? CommandLine.Fine : CommandLine.Differs;
        }));
        return command.WithSettings();
    }

    private static Command Rebuild()
    {
        var command = new Command("rebuild", "由日志重建台账并替换（PostgreSQL 可在服务运行时使用；SQLite 请先停止服务）");
        command.SetAction((parsed, cancellationToken) => OnJournalAsync(parsed, async (options, store) =>
        {
            if (options.Provider == JournalProvider.Sqlite)
                await store.StartAsync(cancellationToken);
            using var bar = new ProgressBar("重建台账");
            var report = await JournalUpkeep.RebuildAsync(store, p => bar.Show(p.Done, p.Total), cancellationToken);
            bar.Dispose();
            Console.Out.WriteLine($"已由 {report.Events} 条记录重建台账。");
            foreach (var difference in report.Differences)
                Console.Out.WriteLine($"原台账有误：表 {difference.Table} 行 {difference.Key} 列 {difference.Column}，原为 {difference.Stored}，应为 {difference.Recounted}。");
            return CommandLine.Fine;
        }));
        return command.WithSettings();
    }

    /// <exception cref="JournalOutOfReachException">There is no journal where the settings say, or it cannot be read.</exception>
    private static async Task<int> OnJournalAsync(ParseResult parsed, Func<JournalOptions, IJournalStore, Task<int>> act)
    {
        var options = OperatorSettings.Journal(parsed);
        await using var store = JournalStores.OpenExisting(options);
        try
        {
            return await act(options, store);
        }
        catch (Exception failure) when (JournalOutOfReachException.Explains(failure))
        {
            throw new JournalOutOfReachException(options, failure);
        }
    }
}
