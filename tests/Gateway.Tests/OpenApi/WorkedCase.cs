using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using PetitionMesh.Gateway.Tests.Running;

namespace PetitionMesh.Gateway.Tests.OpenApi;

/// <summary>A case with everything that an address can name: a reception, a referral, papers, a closing report; and an import.</summary>
internal sealed class WorkedCase
{
    private static readonly byte[] Pdf = "%PDF-1.4 a paper"u8.ToArray();
    private readonly Dictionary<string, string> _names = new()
    {
        ["court"] = "dg",
        ["date"] = CityTime.Today,
        ["unit"] = "dg",
        ["shift"] = "morning",
        ["kind"] = "unresolved-cases",
        ["leaders/id"] = Some.LeaderOfDg,
        ["summonses/id"] = Guid.Empty.ToString(),
        ["alertId"] = Guid.Empty.ToString(),
        ["swapId"] = $"2026-11.{Guid.Empty:N}",
        ["number"] = $"dg-{CityTime.Today.Replace("-", "", StringComparison.Ordinal)}-01",
    };

    public static async Task<WorkedCase> HappenAsync(RunningGateway gateway)
    {
        var happened = new WorkedCase();
        var names = happened._names;
        var registered = await (await (await gateway.AsAsync("clerk")).SendAsync("/api/receptions", Some.Reception())).JsonAsync(201);
        foreach (var name in new[] { "caseId", "receptionId", "queryCode" })
            names[name] = registered.GetProperty(name).GetString()!;
        var @case = $"/api/cases/{names["caseId"]}";
        var owner = await gateway.AsAsync("leader", subject: Some.LeaderOfDg);
        var referral = new JsonObject { ["division"] = "执行局", ["matter"] = "核查执行款", ["requirement"] = "十日内报结果" };
        names["actId"] = (await (await owner.SendAsync($"{@case}/refer", referral)).JsonAsync(200)).GetProperty("actId").GetString()!;

        var office = await gateway.AsAsync("office");
        var papers = new JsonArray();
        foreach (var kind in new[] { "reviewReport", "settlement", "resolutionPlan" })
        {
            names["paperId"] = (await (await SendFileAsync(office, $"{@case}/papers?kind={kind}", Pdf, "application/pdf")).JsonAsync(201)).GetProperty("paperId").GetString()!;
            papers.Add(names["paperId"]);
        }
        var report = new JsonObject { ["ground"] = "writtenUndertaking", ["outcome"] = "persuaded", ["papers"] = papers };
        foreach (var section in new[] { "reason", "parties", "judgments", "complaints", "grounds", "findings", "selfExamination", "conclusion" })
            report[section] = "经调查核实。";
        await (await office.SendAsync($"{@case}/close", report)).JsonAsync(200);

        var sheet = await SendFileAsync(await gateway.AsAsync("supervisor", "zy"), "/api/imports/unresolved-cases", "序号\n1\n"u8.ToArray(), "text/csv");
        var request = await (await (await gateway.AsAsync("clerk")).SendAsync("/api/first-requests", Some.FirstRequest())).JsonAsync(201);
        names["requestId"] = request.GetProperty("requestId").GetString()!;
        var slip = await (await (await gateway.AsAsync("clerk")).SendAsync("/api/routings", Some.Routing())).JsonAsync(201);
        names["routingId"] = slip.GetProperty("routingId").GetString()!;
        var supervisor = await gateway.AsAsync("supervisor", "zy");
        var campaign = await (await supervisor.SendAsync("/api/campaigns", Some.Campaign())).JsonAsync(201);
        names["campaignId"] = campaign.GetProperty("campaignId").GetString()!;
        await (await supervisor.SendAsync($"/api/campaigns/{names["campaignId"]}/cases", Some.Gathered(names["caseId"]))).JsonAsync(201);
        var desk = await (await office.SendAsync("/api/errand-desks", Some.ErrandDesk())).JsonAsync(201);
        names["deskId"] = desk.GetProperty("deskId").GetString()!;
        var complaint = await (await office.SendAsync("/api/complaints", Some.Complaint(names["deskId"]))).JsonAsync(201);
        names["complaintId"] = complaint.GetProperty("complaintId").GetString()!;
        var check = await (await supervisor.SendAsync("/api/on-site-checks", Some.OnSiteCheck())).JsonAsync(201);
        names["checkId"] = check.GetProperty("checkId").GetString()!;
        names["month"] = Some.Month(0);
        await (await office.SendAsync($"/api/lawsuit-screenings/dg/{names["month"]}", Some.Screening())).JsonAsync(201);
        names["imports/id"] = (await sheet.JsonAsync(202)).GetProperty("id").GetString()!;
        return happened;
    }

    /// <summary>The operation's address with its names filled in and what it must be asked, of today.</summary>
    public string AddressOf(Operation operation)
    {
        var parts = operation.Path.Split('/');
        for (var i = 1; i < parts.Length; i++)
        {
            if (parts[i] is ['{', .. var name, '}'])
                parts[i] = _names.TryGetValue(name, out var known) ? known : _names[$"{operation.Path.Split('/')[i - 1]}/{name}"];
        }
        var asked = operation.ParametersIn("query").Where(p => p.TryGetProperty("required", out var required) && required.GetBoolean())
            .Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.GetProperty("name").GetString()}={ValueOf(p.GetProperty("schema"))}"));
        return $"{string.Join('/', parts)}?{string.Join('&', asked)}";
    }

    private static string ValueOf(JsonElement schema) =>
        schema.TryGetProperty("enum", out var words) ? words[0].GetString()! : CityTime.Today;

    private static async Task<HttpResponseMessage> SendFileAsync(HttpClient client, string address, byte[] content, string type)
    {
        using var file = new ByteArrayContent(content) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
        return await client.PostAsync(address, file);
    }
}
