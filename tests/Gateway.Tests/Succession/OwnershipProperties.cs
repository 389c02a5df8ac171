using System.Text.Json;
using System.Text.Json.Nodes;
using PetitionMesh.Gateway.Tests.Running;

namespace PetitionMesh.Gateway.Tests.Succession;

/// <summary>Whatever courts do in whatever order, every open case has exactly one active owner or is on the list of those without.</summary>
public sealed class OwnershipProperties
{
    private const int Steps = 60;
    private static readonly string[] Courts = ["dg", "xs"];
    private static readonly string[] Leaders = ["L012", "L013", "L014", "L015", "L020", "L021", "L022"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Every_open_case_has_one_active_owner_or_is_on_the_list(int seed)
    {
        var town = new Town();
        await town.InitializeAsync();
        try
        {
            var random = new Random(seed);
            var (gone, away, cases) = (new HashSet<string>(), new HashSet<string>(), new List<string>());
            var people = Enumerable.Range(0, 9).Select(_ => (Number: Some.ResidentNumber(), Lawsuit: Some.CaseNumber())).ToArray();
            for (var step = 0; step < Steps; step++)
            {
                await StepAsync(town, random, people, gone, away, cases);
                if (step % 6 == 5)
                    await HoldsAsync(town, gone, away, cases, $"seed {seed}, step {step}");
            }
        }
        finally
        {
            await town.DisposeAsync();
        }
    }

    private static async Task StepAsync(
        Town town, Random random, (string Number, string Lawsuit)[] people, HashSet<string> gone, HashSet<string> away, List<string> cases)
    {
        var leader = Leaders[random.Next(Leaders.Length)];
        var id = cases.Count == 0 ? Guid.Empty.ToString() : cases[random.Next(cases.Count)];
        var president = random.Next(2) == 0 ? "L011" : "L001";
        var supervisor = await town.Gateway.AsAsync("supervisor", "zy");
        switch (random.Next(8))
        {
            case 0 or 1 or 2:
                var (number, lawsuit) = people[random.Next(people.Length)];
                var court = Courts[random.Next(Courts.Length)];
                var nobody = random.Next(3) == 0;
                var body = Some.Reception(number, court, nobody ? "letter" : "visit", nobody ? null : leader, lawsuit);
                var answer = await (await town.Gateway.AsAsync("clerk", court)).SendAsync("/api/receptions", body);
                if (answer.IsSuccessStatusCode && (await answer.JsonAsync(201)).GetProperty("caseId").GetString() is { } opened && !cases.Contains(opened))
                    cases.Add(opened);
                break;
            case 3:
                await supervisor.SendAsync($"/api/cases/{id}/succeed", Town.Succession(leader, president));
                break;
            case 4:
                await supervisor.SendAsync($"/api/cases/{id}/recuse", Town.Recusal(president));
                break;
            case 5:
                if (!gone.Remove(leader))
                    gone.Add(leader);
                await town.LoadAsync(l => !gone.Contains(l));
                break;
            case 6:
                if (away.Add(leader))
                    await supervisor.SendAsync($"/api/leaders/{leader}/long-leave", new JsonObject { ["from"] = "2026-09-01", ["reason"] = "病假" });
                else if (away.Remove(leader))
                    await supervisor.PostAsync($"/api/leaders/{leader}/back", null);
                break;
            default:
                town.Advance(TimeSpan.FromHours(random.Next(30)));
                await town.SweepAsync(Courts[random.Next(Courts.Length)]);
                break;
        }
    }

    private static async Task HoldsAsync(Town town, HashSet<string> gone, HashSet<string> away, List<string> cases, string where)
    {
        var supervisor = await town.Gateway.AsAsync("supervisor", "zy");
        var listed = (await (await supervisor.GetAsync("/api/cases/without-owner?limit=200")).JsonAsync(200)).GetProperty("items").EnumerateArray()
            .Select(c => c.GetProperty("caseId").GetString()!).ToArray();
        Assert.Equal(listed.Length, listed.Distinct().Count());
        foreach (var id in cases)
        {
            var owner = await town.OwnerOfAsync(id);
            var history = (await (await supervisor.GetAsync($"/api/cases/{id}/history")).JsonAsync(200)).GetProperty("items").EnumerateArray()
                .Select(e => e.GetProperty("kind").GetString()).ToArray();
            var recused = Array.LastIndexOf(history, "case.owner-relieved.v1") > Array.LastIndexOf(history, "case.owner-fixed.v1");
            var acts = owner is not null && !gone.Contains(owner) && !away.Contains(owner) && !recused;
            Assert.True(acts != listed.Contains(id), $"{where}: case {id} of {owner ?? "nobody"} is {(listed.Contains(id) ? "" : "not ")}on the list");
            Assert.Equal(owner is null ? 0 : 1, await DesksWithAsync(supervisor, id));
        }
    }

    private static async Task<int> DesksWithAsync(HttpClient supervisor, string id)
    {
        var desks = 0;
        foreach (var leader in Leaders)
        {
            var desk = await (await supervisor.GetAsync($"/api/leaders/{leader}/desk")).JsonAsync(200);
            desks += desk.GetProperty("cases").EnumerateArray().Count(c => c.GetProperty("caseId").GetString() == id);
        }
        return desks;
    }
}
