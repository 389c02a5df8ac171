using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using PetitionMesh.Bench.City;
using PetitionMesh.Bench.Load;
using PetitionMesh.Bench.Postgres;
using PetitionMesh.Bench.Servers;

namespace PetitionMesh.Bench.Desks;

/// <summary>Fills a city so that one leader of each court owns as many open cases as asked, then asks their desks over HTTP.</summary>
/// <param name="daySeconds">A day's receptions at the six courts come in so many seconds; 0: as fast as they can.</param>
internal sealed class DeskRun(int cases, int asks, int daySeconds)
{
    /// <summary>Receptions on their way at once while it is filled.</summary>
    private const int Filling = 32;

    /// <summary>Desks asked before any is timed, by each caller: until the server's code is compiled for speed.</summary>
    private const int Warming = 400;

    /// <summary>Receptions of a day at the six courts.</summary>
    private const int Day = 2_000;

    /// <summary>Of ten cases two have come back by a visit elsewhere (a summons) and one by letter (a notice).</summary>
    private const int ReturningOfTen = 3;

    private static readonly (string Store, string[] Variant)[] Stores = [("PostgreSQL", []), ("SQLite", ["Journal:Provider=Sqlite"])];

    private readonly Courts _courts = Courts.Load();

    public async Task<string> MeasureAsync(string directory, CancellationToken cancel)
    {
        await using var postgres = await PrivatePostgres.StartAsync(directory).ConfigureAwait(false);
        var table = new StringBuilder("| store | callers | asks | median ms | p95 ms | p99 ms | max ms | asks/s | server ms each | KiB each |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        foreach (var (store, variant) in Stores)
        {
            var kind = SystemKind.Ours with { Database = $"desk_{store.ToLowerInvariant()}", Variant = variant };
            await using var server = await ServerUnderTest.StartAsync(kind, postgres, directory).ConfigureAwait(false);
            await FillAsync(server, cancel).ConfigureAwait(false);
            if (variant.Length == 0)
                await postgres.SettleAsync(kind.Database!).ConfigureAwait(false);
            await AskAsync(server, _courts.All.Count, Warming).ConfigureAwait(false);
            await DayAsync(server, 0, TimeSpan.Zero).ConfigureAwait(false);
            table.Append(await BesideDayAsync(server, store, 1, TimeSpan.FromSeconds(daySeconds)).ConfigureAwait(false));
            table.Append(await BesideDayAsync(server, store, 2, TimeSpan.Zero).ConfigureAwait(false));
            foreach (var callers in (int[])[1, _courts.All.Count])
            {
                var before = server.Cpu;
                var (latency, took, bytes) = await AskAsync(server, callers, asks).ConfigureAwait(false);
                var total = callers * asks;
                table.Append(CultureInfo.InvariantCulture, $"| {store} | {callers} | {total:#,0} | {latency.P50 / 1000:0.00} | {latency.P95 / 1000:0.00} | {latency.P99 / 1000:0.00} | {latency.Max / 1000:0.0} | {total / took.TotalSeconds:#,0} | {(server.Cpu - before).TotalMilliseconds / total:0.00} | {bytes / 1024.0:0} |\n");
                await Console.Error.WriteLineAsync(table.ToString()).ConfigureAwait(false);
            }
        }
        return table.ToString();
    }

    /// <summary>A day as it is: six courts register at once, and meanwhile a leader looks at his desk, and the next, and the next.</summary>
    private async Task<string> BesideDayAsync(ServerUnderTest server, string store, int day, TimeSpan within)
    {
        var requests = await RequestsAsync(server, _courts.All.Count).ConfigureAwait(false);
        var (histogram, bytes, asked) = (new LatencyHistogram(), 0, 0);
        var (cpu, start) = (server.Cpu, Stopwatch.GetTimestamp());
        var registering = DayAsync(server, day, within);
        using (var connection = new HttpConnection())
        {
            await connection.ConnectAsync(server.Port).ConfigureAwait(false);
            for (; !registering.IsCompleted; asked++)
                bytes = Math.Max(bytes, await TimeAsync(connection, requests[asked % requests.Count], histogram, counted: false).ConfigureAwait(false));
        }
        await registering.ConfigureAwait(false);
        var (took, latency) = (Stopwatch.GetElapsedTime(start), histogram.Summarise());
        return string.Create(CultureInfo.InvariantCulture, $"| {store} | 1, beside a day’s {Day:#,0} receptions of six courts in {took.TotalSeconds:0} s | {asked:#,0} | {latency.P50 / 1000:0.00} | {latency.P95 / 1000:0.00} | {latency.P99 / 1000:0.00} | {latency.Max / 1000:0.0} | {asked / took.TotalSeconds:#,0} | {(server.Cpu - cpu).TotalMilliseconds / asked:0.00} with the receptions | {bytes / 1024.0:0} |\n");
    }

    /// <summary>Every court registers its share of the day, one after the other; every third comes back to a desk that is asked.</summary>
    private Task DayAsync(ServerUnderTest server, int day, TimeSpan within) => Task.WhenAll(_courts.All.Select((court, place) => Task.Run(async () =>
    {
        var token = await TokenAsync(server, $"C-{court.Id}", court.Id, "clerk").ConfigureAwait(false);
        using var connection = new HttpConnection();
        await connection.ConnectAsync(server.Port).ConfigureAwait(false);
        var (own, share) = (cases * _courts.All.Count, Day / _courts.All.Count);
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < share; i++)
        {
            if ((within * i / share) - Stopwatch.GetElapsedTime(start) is var early && early > TimeSpan.Zero)
                await Task.Delay(early).ConfigureAwait(false);
            var n = (day * share) + i;
            var person = n % 3 == 0 ? n * 7 % own : own + (n * _courts.All.Count) + place;
            var answer = await connection.SendAsync(Register(court, court.Leaders[^1], person, "visit", token, $"day-{place}-{n}")).ConfigureAwait(false);
            if (answer.Status != 201)
                throw new InvalidOperationException($"A reception was answered with {answer.Status}: {Encoding.UTF8.GetString(answer.Body.Span)}");
        }
    })));

    private static byte[] Register(Courts.Court court, string leader, int person, string channel, string token, string key)
    {
        var body = Body(person, court, leader, channel);
        return Encoding.UTF8.GetBytes(
            $"POST /api/receptions HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\nIdempotency-Key: {key}\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");
    }

    private async Task FillAsync(ServerUnderTest server, CancellationToken cancel)
    {
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{server.Port}") };
        var tokens = new Dictionary<string, string>();
        foreach (var court in _courts.All)
            tokens[court.Id] = await TokenAsync(server, $"C-{court.Id}", court.Id, "clerk").ConfigureAwait(false);
        foreach (var returning in (bool[])[false, true])
        {
            var persons = Enumerable.Range(0, cases * _courts.All.Count).Where(n => !returning || n / _courts.All.Count % 10 < ReturningOfTen);
            await Parallel.ForEachAsync(persons, new ParallelOptions { MaxDegreeOfParallelism = Filling, CancellationToken = cancel }, async (n, stop) =>
            {
                var court = _courts.All[(n + (returning ? 1 : 0)) % _courts.All.Count];
                var channel = returning && n / _courts.All.Count % 10 == 0 ? "letter" : "visit";
                using var request = new HttpRequestMessage(HttpMethod.Post, "/api/receptions")
                {
                    Content = new StringContent(Body(n, court, court.Leaders[0], channel), Encoding.UTF8, "application/json"),
                };
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens[court.Id]);
                request.Headers.Add("Idempotency-Key", $"desk-{n}-{returning}");
                using var answer = await http.SendAsync(request, stop).ConfigureAwait(false);
                answer.EnsureSuccessStatusCode();
            }).ConfigureAwait(false);
        }
    }

    private static string Body(int n, Courts.Court court, string leader, string channel) =>
        $$"""
        {"court":"{{court.Id}}","channel":"{{channel}}","receivedBy":"{{leader}}","petitioner":{"idType":"residentId","idNumber":"{{Person.IdNumber(n)}}","name":"{{Person.Name(n)}}"},"case":{"caseNumber":"{{Person.CaseNumber(n)}}"},"claim":"对判决结果不服，要求对本案依法再审","headcount":1}
        """;

    /// <summary>Each caller is another court's leader at his own desk, asking again as soon as he is answered.</summary>
    private async Task<(Latency Latency, TimeSpan Took, int Bytes)> AskAsync(ServerUnderTest server, int callers, int times)
    {
        var requests = await RequestsAsync(server, callers).ConfigureAwait(false);
        var start = Stopwatch.GetTimestamp();
        var all = await Task.WhenAll(requests.Select(request => Task.Run(() => AskAsync(server.Port, request, times)))).ConfigureAwait(false);
        var took = Stopwatch.GetElapsedTime(start);
        var histogram = new LatencyHistogram();
        foreach (var (own, _) in all)
            histogram.Add(own);
        return (histogram.Summarise(), took, all.Max(a => a.Bytes));
    }

    private async Task<List<byte[]>> RequestsAsync(ServerUnderTest server, int callers)
    {
        var requests = new List<byte[]>();
        foreach (var court in _courts.All.Take(callers))
        {
            var token = await TokenAsync(server, court.Leaders[0], court.Id, "leader").ConfigureAwait(false);
            requests.Add(Encoding.ASCII.GetBytes($"GET /api/leaders/{court.Leaders[0]}/desk HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\n\r\n"));
        }
        return requests;
    }

    private async Task<(LatencyHistogram Histogram, int Bytes)> AskAsync(int port, byte[] request, int times)
    {
        using var connection = new HttpConnection();
        await connection.ConnectAsync(port).ConfigureAwait(false);
        var histogram = new LatencyHistogram();
        var bytes = 0;
        for (var i = 0; i < times; i++)
            bytes = await TimeAsync(connection, request, histogram, counted: i == 0).ConfigureAwait(false);
        return (histogram, bytes);
    }

    /// <param name="counted">See that every owned case stands on it.</param>
    /// <returns>Bytes of the desk.</returns>
    private async Task<int> TimeAsync(HttpConnection connection, byte[] request, LatencyHistogram histogram, bool counted)
    {
        var start = Stopwatch.GetTimestamp();
        var answer = await connection.SendAsync(request).ConfigureAwait(false);
        histogram.Record(Stopwatch.GetTimestamp() - start);
        if (answer.Status != 200 || (counted && Owned(answer.Body) != cases))
            throw new InvalidOperationException($"A desk was answered with {answer.Status}: {Encoding.UTF8.GetString(answer.Body.Span[..Math.Min(500, answer.Body.Length)])}");
        return answer.Body.Length;
    }

    private static int Owned(ReadOnlyMemory<byte> desk)
    {
        using var document = JsonDocument.Parse(desk);
        return document.RootElement.GetProperty("cases").GetArrayLength();
    }

    private static async Task<string> TokenAsync(ServerUnderTest server, string subject, string court, string role)
    {
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{server.Port}") };
        using var response = await http.PostAsJsonAsync("/dev/token", new { sub = subject, name = "领导", court, role }).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonElement>().ConfigureAwait(false)).GetProperty("token").GetString()!;
    }
}
