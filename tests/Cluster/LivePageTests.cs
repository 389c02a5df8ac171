using System.Diagnostics;
using System.Net;
using System.Text.Json;
using PetitionMesh.Cluster.Load;
using PetitionMesh.Cluster.Running;
using PetitionMesh.Tests;
using Xunit.Abstractions;

namespace PetitionMesh.Cluster;

/// <summary>W8: an owner's open page over the death of the process. It reconnects as a browser does and misses no summons.</summary>
[Collection(ProcessTests.Name)]
public sealed class LivePageTests(SyncingPostgres postgres, ITestOutputHelper output)
{
    private const int Cases = 30;
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(1);

    [Fact]
    public Task A_page_open_over_a_kill_finds_every_summons_on_sqlite_within_a_second_of_reconnecting() => Workplace.OnSqliteAsync(HoldsAsync);

    [SkippableFact]
    public Task A_page_open_over_a_kill_finds_every_summons_on_postgres_within_a_second_of_reconnecting() => Workplace.OnPostgresAsync(postgres, HoldsAsync);

    private async Task HoldsAsync(Workplace workplace)
    {
        var (home, others) = (workplace.Courts.All[0], workplace.Courts.All.Skip(1).ToArray());
        for (var person = 0; person < Cases; person++)
            await SummonedAsync(workplace, Registration.Visit($"first-{person}", home, person));

        var (sent, got) = (new List<string>(), new List<string>());
        var page = await OpenAsync(workplace, home, lastId: null);
        var reading = ReadUntilGoneAsync(page, got);
        var registered = new AwaitableCount();
        var visits = VisitAsync(workplace, others, sent, registered);

        // In the middle of what is being registered, and while the page is reading.
        await Deadline.UntilAsync("a third is registered", TimeSpan.FromSeconds(20), registered.ReachesAsync(Cases / 3));
        await workplace.Gateway.KillAsync();
        await reading;
        var lastId = page.LastId;
        page.Dispose();
        await workplace.StartAgainAsync();
        await Deadline.UntilAsync("two thirds are registered", Workplace.Promised * 2, registered.ReachesAsync(Cases * 2 / 3), () => workplace.Gateway.Said);

        using var again = await OpenAsync(workplace, home, lastId);
        var since = Stopwatch.StartNew();
        var missed = Copy(sent).Except(got).ToArray();
        while (missed.Except(got).Any())
            got.Add(SummonsOf((await again.NextAsync()).Data));
        var caughtUp = since.Elapsed;
        await visits;
        while (got.Count < Cases)
            got.Add(SummonsOf((await again.NextAsync()).Data));

        output.WriteLine($"{Cases} summonses: {Cases - missed.Length} seen before or still to come, {missed.Length} registered while the page was gone, all of them {caughtUp.TotalMilliseconds:0} ms after reconnecting");
        Assert.NotEmpty(missed);
        Assert.Equal(sent.Order(), got.Order());
        Assert.True(caughtUp < AtOnce * Math.Max(1, Workplace.LoadPerCore), $"caught up after {caughtUp}");
    }

    /// <summary>Each person comes again, at another court each; whatever answer is lost is asked for again with the same key.</summary>
    private static async Task VisitAsync(Workplace workplace, Court[] courts, List<string> sent, AwaitableCount registered)
    {
        for (var person = 0; person < Cases; person++)
        {
            var summons = await SummonedAsync(workplace, Registration.Visit($"again-{person}", courts[person % courts.Length], person));
            lock (sent)
                sent.Add(summons!);
            registered.Increment();
        }
    }

    /// <returns>The summons of the visit, null for a first one.</returns>
    private static async Task<string?> SummonedAsync(Workplace workplace, Registration visit)
    {
        var answer = default(Answer);
        await Deadline.UntilAsync(
            $"{visit.Key} is answered",
            Workplace.Promised * 2,
            async () => (answer = await workplace.Courts.RegisterAsync(visit))!.Status == HttpStatusCode.Created,
            () => $"{answer} {workplace.Gateway.Said}");
        using var registered = JsonDocument.Parse(answer!.Body);
        return registered.RootElement.GetProperty("summons") is { ValueKind: JsonValueKind.Object } summons ? SummonsOf(summons) : null;
    }

    private static async Task<LiveDesk> OpenAsync(Workplace workplace, Court home, long? lastId) =>
        await LiveDesk.OpenAsync(await workplace.Courts.AsAsync(home.Leader, home.Id, "leader"), home.Leader, lastId);

    private static async Task ReadUntilGoneAsync(LiveDesk page, List<string> got)
    {
        while (true)
        {
            try
            {
                got.Add(SummonsOf((await page.NextAsync()).Data));
            }
            catch (IOException)
            {
                return; // The process died: the stream ended or broke.
            }
        }
    }

    private static string[] Copy(List<string> list)
    {
        lock (list)
            return [.. list];
    }

    private static string SummonsOf(JsonElement element) => element.GetProperty("summonsId").GetString()!;
}
