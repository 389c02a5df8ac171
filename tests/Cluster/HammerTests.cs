using System.Net;
using System.Text.Json;
using PetitionMesh.Cluster.Load;
using PetitionMesh.Cluster.Running;
using PetitionMesh.Tests;
using Xunit.Abstractions;

namespace PetitionMesh.Cluster;

/// <summary>W3: whatever courts do at the same instant, one case, one first receiver, numbers without a gap.</summary>
[Collection(ProcessTests.Name)]
public sealed class HammerTests(SyncingPostgres postgres, ITestOutputHelper output)
{
    /// <summary>One lawsuit, as six courts' clerks write it.</summary>
    private static readonly string[] Writings =
    [
        "（2016）鲁9902民初4058号", "(2016)鲁9902民初4058号", "〔2016〕鲁9902民初4058号", "［２０１６］鲁９９０２民初４０５８号", "（2016） 鲁9902 民初 4058 号",
        "（2016）鲁9902民初字第4058号", "(2016)鲁9902民初第004058号", "（2016）鲁9902民初04058号", "【2016】鲁9902民初4058號", "2016鲁9902民初4058",
        "（二〇一六）鲁9902民初4058号", "（2016）鲁9902民初4058号之一", "案号：（2016）鲁9902民初4058号", "（２０１６）鲁9902民初４０５８号民事判决书",
    ];

    [Fact]
    public Task Three_hundred_simultaneous_registrations_of_one_matter_make_one_case_on_sqlite() => Workplace.OnSqliteAsync(HammerAsync);

    [SkippableFact]
    public Task Three_hundred_simultaneous_registrations_of_one_matter_make_one_case_on_postgres() => Workplace.OnPostgresAsync(postgres, HammerAsync);

    [Fact]
    public async Task A_collective_petition_meets_its_representatives_registering_elsewhere_without_a_deadlock()
    {
        await using var workplace = await Workplace.OnSqliteAsync();
        var courts = workplace.Courts;
        int[] people = [501, 502, 503, 504, 505];
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var registrations = new List<(int Person, Registration Registration)>();
        for (var round = 0; round < 20; round++)
        {
            // Each time another representative comes first, so that their grains are entered in every order there is.
            var order = people.Select((_, i) => people[(i + round) % people.Length]).ToArray();
            registrations.Add((0, Registration.Collective($"all-{round}", courts.All[round % courts.All.Count], order, Invented.CaseNumber(500))));
            registrations.AddRange(people.Select((p, i) =>
                (p, Registration.Of($"{p}-{round}", courts.All[(round + i) % courts.All.Count], p, Invented.CaseNumber(p), "visit"))));
        }

        var answers = await Task.WhenAll(registrations.Select(async r =>
        {
            await gate.Task;
            return (r.Person, Answer: await courts.RegisterAsync(r.Registration));
        }).Prepend(Task.Run(() =>
        {
            gate.SetResult();
            return (Person: -1, Answer: new Answer(HttpStatusCode.Created, "", TimeSpan.Zero, false));
        })));

        var longest = answers.Max(a => a.Answer.Took);
        output.WriteLine($"{registrations.Count} registrations of six matters, longest {longest.TotalMilliseconds:0} ms");
        Assert.All(answers, a => Assert.True(a.Answer.Status == HttpStatusCode.Created, $"{a.Answer.Status} {a.Answer.Body}"));
        Assert.True(longest < TimeSpan.FromSeconds(12), $"A call took {longest}: a grain waited for its timeout.");
        foreach (var matter in answers.Where(a => a.Person >= 0).GroupBy(a => a.Person))
            AssertOneCase(matter.Select(a => JsonDocument.Parse(a.Answer.Body).RootElement).ToArray());
        foreach (var person in people)
        {
            using var found = JsonDocument.Parse((await courts.LookUpAsync("zy", person)).Body);
            Assert.Equal([20, 20], found.RootElement.GetProperty("cases").EnumerateArray().Select(c => c.GetProperty("receptions").GetInt32()));
        }
        Assert.Empty(workplace.Gateway.Defects);
    }

    private async Task HammerAsync(Workplace workplace)
    {
        const int Times = 300;
        var courts = workplace.Courts;
        Assert.Equal(6, courts.All.Count);
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var calls = Enumerable.Range(0, Times).Select(async n =>
        {
            var registration = Registration.Of($"hammer-{n}", courts.All[n % courts.All.Count], 77, Writings[n % Writings.Length], "visit");
            await gate.Task;
            return await courts.RegisterAsync(registration);
        }).ToArray();
        gate.SetResult();
        var answers = await Task.WhenAll(calls);

        Assert.All(answers, a => Assert.True(a.Status == HttpStatusCode.Created, $"{a.Status} {a.Body}"));
        var told = answers.Select(a => JsonDocument.Parse(a.Body).RootElement).ToArray();
        AssertOneCase(told);
        output.WriteLine($"{Times} registrations at once: longest {answers.Max(a => a.Took).TotalMilliseconds:0} ms");
        foreach (var court in courts.All)
        {
            using var found = JsonDocument.Parse((await courts.LookUpAsync(court.Id, 77)).Body);
            var standing = Assert.Single(found.RootElement.GetProperty("cases").EnumerateArray());
            Assert.Equal(told[0].GetProperty("caseId").GetString(), standing.GetProperty("caseId").GetString());
            Assert.Equal(Times, standing.GetProperty("receptions").GetInt32());
            Assert.Equal(OwnerOf(told[0]), OwnerOf(standing));
        }
        Assert.Empty(workplace.Gateway.Defects);
    }

    private static void AssertOneCase(JsonElement[] told)
    {
        Assert.Single(told.Select(t => t.GetProperty("caseId").GetString()).Distinct());
        Assert.Single(told.Select(OwnerOf).Distinct());
        Assert.Equal(Enumerable.Range(1, told.Length), told.Select(t => t.GetProperty("number").GetInt32()).Order());
        var first = Assert.Single(told, t => t.GetProperty("first").GetBoolean());
        Assert.Equal(1, first.GetProperty("number").GetInt32());
    }

    private static string OwnerOf(JsonElement element) => element.GetProperty("owner").GetProperty("leaderId").GetString()!;
}
