using System.CommandLine;
using PetitionMesh.Gateway.Reports.Products;

namespace PetitionMesh.Gateway.Operators;

/// <summary>
/// <c>report</c>: pulls figures and products from a running gateway into a file, fit for cron. Exit code 0: written; 3: unchanged since; 1: refused, trying
/// again is of no use; 2: not reached in time.
/// </summary>
internal static class ReportCommand
{
    private const string Counts = "counts";

    public static Command Create()
    {
        var command = new Command(
            "report",
            "从运行中的服务取统计数字或统计产品存为文件，适合定时任务。退出码：0 已写入，3 内容未变未写入，1 请求被拒绝（重试无用），2 未能在重试次数内取得。例：report bulletin --from 2026-11-02 --to 2026-11-15 --format docx --out 通报.docx");
        var product = new Argument<string>("product") { Description = $"产品：{Counts}、{string.Join("、", ProductKinds.All.Select(k => k.Word()))}" };
        product.AcceptOnlyFromAmong([Counts, .. ProductKinds.All.Select(k => k.Word())]);
        var server = new Option<string>("--server") { Description = "服务地址，缺省 http://localhost:5080", DefaultValueFactory = _ => "http://localhost:5080" };
        var token = new Option<FileInfo>("--token-file") { Description = "存放访问令牌的文件；缺省取环境变量 PETITION_MESH_TOKEN（令牌不得写在命令行中）" };
        var from = new Option<string?>("--from") { Description = "起始日期（含），例如 2026-11-02；缺省由服务按产品取当期" };
        var to = new Option<string?>("--to") { Description = "截止日期（含）" };
        var by = new Option<string?>("--by") { Description = "仅 counts：court、channel、day 等，以逗号分隔" };
        var court = new Option<string?>("--court") { Description = "法院编号；缺省为令牌可见的全部" };
        var format = new Option<string>("--format") { Description = "json、html、docx、xlsx；counts 为 json、csv、xlsx", DefaultValueFactory = _ => "json" };
        var output = new Option<FileInfo>("--out") { Description = "写入的文件；先写临时文件，完整后才替换", Required = true };
        var retries = new Option<int>("--retries") { Description = "失败后的重试次数，缺省 5；间隔 1、2、4 … 秒，最长 30 秒，服务给出 Retry-After 时从其所定", DefaultValueFactory = _ => 5 };
        var timeout = new Option<int>("--timeout") { Description = "每次请求的秒数，缺省 60", DefaultValueFactory = _ => 60 };
        var onlyChanged = new Option<bool>("--only-changed") { Description = "仅 counts：内容与上次相同则不写入（ETag 存于同名 .etag 文件），退出码 3" };
        command.Arguments.Add(product);
        foreach (var option in new Option[] { server, token, from, to, by, court, format, output, retries, timeout, onlyChanged })
            command.Options.Add(option);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var query = new Dictionary<string, string?>
            {
                ["from"] = parsed.GetValue(from),
                ["to"] = parsed.GetValue(to),
                ["by"] = parsed.GetValue(by),
                ["court"] = parsed.GetValue(court),
                ["format"] = parsed.GetValue(format),
            };
            var address = $"/api/reports/{parsed.GetRequiredValue(product)}?{string.Join('&', query.Where(q => q.Value is not null).Select(q => $"{q.Key}={Uri.EscapeDataString(q.Value!)}"))}";
            using var http = new HttpClient { BaseAddress = Address(parsed.GetRequiredValue(server)), Timeout = TimeSpan.FromSeconds(Math.Max(1, parsed.GetValue(timeout))) };
            if (await TokenAsync(parsed.GetValue(token), cancellationToken) is not { Length: > 0 } held)
                throw new InvalidDataException("没有访问令牌：请用 --token-file 指定令牌文件，或设置环境变量 PETITION_MESH_TOKEN。");
            http.DefaultRequestHeaders.Authorization = new("Bearer", held);
            var file = parsed.GetRequiredValue(output).FullName;
            var pull = new ReportPull(http, TimeProvider.System, Console.Error);
            return await pull.RunAsync(address, file, parsed.GetValue(onlyChanged), Math.Clamp(parsed.GetValue(retries), 0, 100), cancellationToken);
        });
        return command;
    }

    private static Uri Address(string server) => Uri.TryCreate(server, UriKind.Absolute, out var address) && (address.Scheme is "http" or "https")
        ? address
        : throw new InvalidDataException("服务地址应形如 http://主机:端口。");

    private static async Task<string?> TokenAsync(FileInfo? file, CancellationToken cancellationToken) =>
        (file is null ? Environment.GetEnvironmentVariable("PETITION_MESH_TOKEN") : await File.ReadAllTextAsync(file.FullName, cancellationToken))?.Trim();
}
