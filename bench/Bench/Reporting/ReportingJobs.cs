using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace PetitionMesh.Bench.Reporting;

/// <summary>
/// Jobs that pull counts of the city by court and channel once a second, each for its own span of days up to today. They send no tag: every answer is
/// counted and sent.
/// </summary>
internal sealed class ReportingJobs(int port, int jobs, TimeProvider time)
{
    /// <summary>Days up to today that the jobs ask for, in turn.</summary>
    private static readonly int[] Spans = [2, 14, 31, 365];

    private readonly ConcurrentQueue<PulledAnswer> _answers = new();

    public IReadOnlyCollection<PulledAnswer> Answers => _answers;

    /// <summary>Until cancelled. The jobs do not ask all at once: each begins at its own moment of the second.</summary>
    /// <exception cref="HttpRequestException">An answer other than 200: the figures would prove nothing.</exception>
    public async Task RunAsync(CancellationToken cancel)
    {
        var token = await TokenAsync().ConfigureAwait(false);
        await Task.WhenAll(Enumerable.Range(0, jobs).Select(j => PullAsync(j, token, cancel))).ConfigureAwait(false);
    }

    private async Task PullAsync(int job, string token, CancellationToken cancel)
    {
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        try
        {
            await Task.Delay(TimeSpan.FromSeconds((double)job / jobs), time, cancel).ConfigureAwait(false);
            using var second = new PeriodicTimer(TimeSpan.FromSeconds(1), time);
            do
                _answers.Enqueue(await AskAsync(http, Spans[job % Spans.Length]).ConfigureAwait(false));
            while (await second.WaitForNextTickAsync(cancel).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The round is over.
        }
    }

    private async Task<PulledAnswer> AskAsync(HttpClient http, int span)
    {
        var to = DateOnly.FromDateTime(time.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime);
        var from = to.AddDays(1 - span);
        var start = Stopwatch.GetTimestamp();
        var answer = await http.GetFromJsonAsync<JsonElement>(
            string.Create(CultureInfo.InvariantCulture, $"/api/reports/counts?from={from:yyyy-MM-dd}&to={to:yyyy-MM-dd}&by=court,channel")).ConfigureAwait(false);
        var took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return new PulledAnswer(
            answer.GetProperty("asOf").GetProperty("position").GetInt64(),
            from,
            to,
            answer.GetProperty("rows").EnumerateArray().ToDictionary(
                r => (r.GetProperty("court").GetString()!, r.GetProperty("channel").GetString()!),
                r => (r.GetProperty("receptions").GetInt64(), r.GetProperty("first").GetInt64())),
            took);
    }

    private async Task<string> TokenAsync()
    {
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        var issued = await http.PostAsJsonAsync("/dev/token", new { sub = "R001", name = "统计", court = "zy", role = "reporter" }).ConfigureAwait(false);
        issued.EnsureSuccessStatusCode();
        return (await issued.Content.ReadFromJsonAsync<JsonElement>().ConfigureAwait(false)).GetProperty("token").GetString()!;
    }
}
