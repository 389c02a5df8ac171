using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using PetitionMesh.Gateway.Tests.Running;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Privacy;
using PetitionMesh.Grains.Sweeping;

namespace PetitionMesh.Gateway.Tests.Reports;

/// <summary>
/// Assigned cases within a fortnight (J5): one worked in time, settled and rated, one entered late and never reported on, one with a limit specially
/// ordered that runs out, and one at the intermediate court that nobody touches.
/// </summary>
internal sealed class AssignedStory(RunningGateway gateway, TimeProvider time)
{
    private static readonly byte[] Pdf = "%PDF-1.4 1"u8.ToArray();
    private readonly Dictionary<string, List<(string Case, string Owner)>> _cases = [];

    public void Registered(string court, string @case, string owner)
    {
        if (!_cases.TryGetValue(court, out var known))
            _cases[court] = known = [];
        if (known.All(k => k.Case != @case))
            known.Add((@case, owner));
    }

    /// <summary>The morning of a day: the sweepers first, then what people do.</summary>
    public async Task LiveAsync(int day, string today)
    {
        var grains = gateway.Services.GetRequiredService<IGrainFactory>();
        foreach (var court in gateway.Services.GetRequiredService<ICityDirectory>().Current.Document.Courts)
            await grains.GetGrain<ICourtSweepGrain>(court.Id.Value).SweepAsync(time.GetUtcNow(), TimeSpan.FromMilliseconds(1));
        await (day switch
        {
            1 => AssignAsync(),
            2 => WorkAsync(today),
            6 => EnterAsync("dg", 1, "L011"),
            8 => AnswerAsync(),
            10 => CloseAsync(),
            _ => Task.CompletedTask,
        });
    }

    private async Task AssignAsync()
    {
        await AssignAsync("dg", [First("dg"), Second("dg")], null);
        await AssignAsync("xs", [First("xs")], new JsonObject { ["close"] = 3 });
        await AssignAsync("zy", [First("zy")], null);
    }

    private async Task AssignAsync(string unit, string[] cases, JsonObject? limits)
    {
        var body = new JsonObject
        {
            ["source"] = "petitionBureau",
            ["documentNumber"] = $"望信督〔2026〕{unit}号",
            ["receivedAt"] = time.GetUtcNow().ToString("O"),
            ["unit"] = unit,
            ["caseIds"] = new JsonArray([.. cases.Select(c => JsonValue.Create(c))]),
        };
        if (limits is not null)
            body["limits"] = limits;
        await (await (await gateway.AsAsync("supervisor", "zy")).SendAsync("/api/assignments", body)).JsonAsync(200);
    }

    private async Task WorkAsync(string today)
    {
        await EnterAsync("dg", 0, "L011");
        await EnterAsync("xs", 0, "L019");
        var (@case, owner) = _cases["dg"][0];
        await DoAsync(await gateway.AsAsync("leader", "dg", owner), @case, "meet", new JsonObject { ["on"] = today, ["mode"] = "visit", ["claim"] = "要求依法再审", ["record"] = "已听取诉求" });
        await DoAsync(await gateway.AsAsync("judge"), @case, "progress", new JsonObject
        {
            ["facts"] = "一",
            ["claim"] = "二",
            ["owner"] = owner,
            ["reviewOpinion"] = "三",
            ["plan"] = "四",
            ["measures"] = "五",
            ["progress"] = "六",
            ["nextSteps"] = "七",
        });
    }

    private async Task EnterAsync(string court, int nr, string leader) => await DoAsync(
        await gateway.AsAsync("office", court), _cases[court][nr].Case, "enter", new JsonObject { ["responsibleLeader"] = leader, ["handler"] = "李法官", ["contact"] = "8001" });

    /// <summary>Two answers, one of which does not please.</summary>
    private async Task AnswerAsync()
    {
        foreach (var court in new[] { "dg", "xs" })
            await DoAsync(await gateway.AsAsync("office", court), First(court), "answer", new JsonObject { ["kind"] = "first", ["text"] = "已书面答复" });
        await RateAsync(First("xs"), 2);
    }

    private async Task CloseAsync()
    {
        var (@case, owner) = _cases["dg"][0];
        var office = await gateway.AsAsync("office");
        var papers = new JsonArray();
        foreach (var kind in new[] { "reviewReport", "settlement", "resolutionPlan" })
        {
            using var pdf = new ByteArrayContent(Pdf);
            pdf.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
            papers.Add((await (await office.PostAsync($"/api/cases/{@case}/papers?kind={kind}", pdf)).JsonAsync(201)).GetProperty("paperId").GetString());
        }
        var report = new JsonObject { ["ground"] = "writtenUndertaking", ["outcome"] = "persuaded", ["papers"] = papers };
        foreach (var section in new[] { "reason", "parties", "judgments", "complaints", "grounds", "findings", "selfExamination", "conclusion" })
            report[section] = "经调查核实。";
        await DoAsync(office, @case, "close", report);
        foreach (var (role, court, subject) in new[] { ("leader", "dg", owner), ("leader", "dg", "L011"), ("leader", "zy", "L002"), ("supervisor", "zy", null), ("leadingGroup", "zy", null) })
            await DoAsync(subject is null ? await gateway.AsAsync(role, court) : await gateway.AsAsync(role, court, subject), @case, "sign", new JsonObject());
        await RateAsync(@case, 5);
    }

    private async Task RateAsync(string @case, int stars)
    {
        var code = gateway.Services.GetRequiredService<Keyring>().QueryCodeOf(CaseId.Parse(@case));
        await (await gateway.Http.SendAsync($"/public/cases/{code}/rating", new JsonObject { ["stars"] = stars })).JsonAsync(200);
    }

    private static async Task DoAsync(HttpClient client, string @case, string act, JsonObject body) =>
        await (await client.SendAsync($"/api/cases/{@case}/{act}", body)).JsonAsync(200);

    private string First(string court) => _cases[court][0].Case;

    private string Second(string court) => _cases[court][1].Case;
}
