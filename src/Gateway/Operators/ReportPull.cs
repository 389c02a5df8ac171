using System.Globalization;
using System.Net;
using System.Text.Json;

namespace PetitionMesh.Gateway.Operators;

/// <summary>Pulls one answer into a file: whole or not at all, again after what may pass.</summary>
/// <param name="progress">Where progress and reasons are told; results go to the file alone.</param>
internal sealed class ReportPull(HttpClient http, TimeProvider time, TextWriter progress)
{
    public const int Unchanged = 3;
    public const int Refused = 1;
    public const int Unreached = 2;

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <param name="onlyChanged">False asks for the whole answer, whatever the file holds.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(string address, string file, bool onlyChanged, int retries, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            var (code, pause, why) = await TryAsync(address, file, onlyChanged, attempt, cancellationToken);
            if (code is { } settled)
                return settled;
            if (attempt >= retries)
            {
                await progress.WriteLineAsync($"未能取得：{why}（已试 {attempt + 1} 次）");
                return Unreached;
            }
            var wait = pause is { } told && told < LongestPause ? told : TimeSpan.FromSeconds(Math.Min(Math.Pow(2, attempt), LongestPause.TotalSeconds));
            await progress.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{why}，{wait.TotalSeconds:0} 秒后重试（第 {attempt + 1} 次）"));
            await Task.Delay(wait, time, cancellationToken);
        }
    }

    private async Task<(int? Code, TimeSpan? Pause, string Why)> TryAsync(string address, string file, bool onlyChanged, int attempt, CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            if (onlyChanged && await PulledTag.ReadAsync(file, AddressOf(address), cancellationToken) is { } tag)
                request.Headers.TryAddWithoutValidation("If-None-Match", tag);
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (answer.StatusCode == HttpStatusCode.NotModified)
            {
                await progress.WriteLineAsync("内容未变，未写入。");
                return (Unchanged, null, "");
            }
            if (answer.IsSuccessStatusCode)
            {
                await SaveAsync(answer, file, cancellationToken);
                if (onlyChanged && answer.Headers.TryGetValues("ETag", out var tags))
                    await PulledTag.WriteAsync(file, AddressOf(address), string.Concat(tags), cancellationToken);
                return (CommandLine.Fine, null, "");
            }
            var reason = await ReasonAsync(answer, cancellationToken);
            if (answer.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout || (int)answer.StatusCode >= 500)
                return (null, answer.Headers.RetryAfter?.Delta, reason);
            await progress.WriteLineAsync($"请求被拒绝：{reason}");
            return (Refused, null, reason);
        }
        catch (HttpRequestException unreachable)
        {
            return (null, null, $"无法连接服务（{unreachable.Message}）");
        }
        catch (HttpIOException broken)
        {
            return (null, null, $"传输中断（{broken.Message}）");
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, null, $"第 {attempt + 1} 次请求超时");
        }
    }

    private string AddressOf(string address) => new Uri(http.BaseAddress!, address).ToString();

    private async Task SaveAsync(HttpResponseMessage answer, string file, CancellationToken cancellationToken)
    {
        var part = file + ".part";
        await using (var source = await answer.Content.ReadAsStreamAsync(cancellationToken))
        await using (var target = File.Create(part))
        {
            using var bar = new ProgressBar("下载");
            var buffer = new byte[1 << 16];
            var (done, total) = (0L, answer.Content.Headers.ContentLength ?? 0);
            for (int read; (read = await source.ReadAsync(buffer, cancellationToken)) > 0;)
            {
                await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                done += read;
                bar.Show(done, total);
            }
        }
        PulledTag.Forget(file);
        File.Move(part, file, overwrite: true);
        await progress.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"已写入 {file}（{new FileInfo(file).Length} 字节）"));
    }

    /// <summary>The sentences of the problem document, else the status.</summary>
    private static async Task<string> ReasonAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        if (answer.Content.Headers.ContentType?.MediaType == "application/problem+json")
        {
            using var problem = JsonDocument.Parse(text);
            if (problem.RootElement.TryGetProperty("detail", out var detail))
                return $"{(int)answer.StatusCode} {detail.GetString()}{FieldsOf(problem.RootElement)}";
        }
        return ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture);
    }

    private static string FieldsOf(JsonElement problem) => !problem.TryGetProperty("errors", out var errors) ? ""
        : string.Concat(errors.EnumerateObject().Select(e => $" {e.Name}：{string.Concat(e.Value.EnumerateArray().Select(m => m.GetString()))}"));
}
