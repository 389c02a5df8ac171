using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using PetitionMesh.Gateway.Tests.Cases;
using PetitionMesh.Gateway.Tests.Running;
using PetitionMesh.Grains.Sweeping;

namespace PetitionMesh.Gateway.Tests.Reports;

/// <summary>
/// Two weeks, from Wednesday 18 November, at dg and one matter at xs. Of the week from Monday 23 to Sunday 29: first answers fall due on the 25th, one is given
/// in time, one late, one not at all; two supervision letters have run out before it began; the congress sends one case down.
/// </summary>
internal sealed class FollowUpStory(RunningGateway gateway, SettableTime time)
{
    private readonly Dictionary<string, string> _names = [];

    /// <summary>Rows of a table, with the name of a matter instead of its id and number.</summary>
    public string[] Rows(JsonElement product, string table) =>
    [
        .. product.GetProperty("report").GetProperty("sections").EnumerateArray().SelectMany(s => s.GetProperty("tables").EnumerateArray())
            .Single(t => t.GetProperty("id").GetString() == table).GetProperty("rows").EnumerateArray()
            .Select(r => string.Join(' ', r.EnumerateArray().Skip(table == "totals" ? 0 : 1).Select(Cell).Where(c => c.Length > 0))),
    ];

    /// <summary>Until Monday 30 November, eight in the morning: the week is over.</summary>
    public async Task LiveAsync()
    {
        await ReceiveAsync("inTime");
        await ReceiveAsync("late");
        await ReceiveAsync("never");
        await ReceiveAsync("elsewhere", "xs", "L019");
        var replied = await LetterAsync("inTime", "甲");
        await LetterAsync("late", "乙");
        await MorningOfAsync(23);
        await AssignAsync("never");
        await CampaignAsync("never", "inTime");
        await MorningOfAsync(24);
        await AnswerAsync("inTime");
        await MorningOfAsync(25);
        var person = Some.ResidentNumber();
        await ReceiveAsync("new", person: person);
        await MorningOfAsync(26);
        await DoAsync("inTime", "reply", new JsonObject { ["of"] = replied, ["text"] = "已办理" });
        await ReceiveAsync("nobodys", leader: null, channel: "letter");
        await ReturnAsync("new", person);
        await MorningOfAsync(27);
        await AnswerAsync("late");
        await MorningOfAsync(30);
    }

    /// <summary>What was left is done on the Wednesday after.</summary>
    public async Task CatchUpAsync()
    {
        await MorningOfAsync(32);
        await AnswerAsync("never");
        await MorningOfAsync(37);
    }

    /// <param name="day">Of November, counted on.</param>
    private async Task MorningOfAsync(int day)
    {
        while (time.InTheCity().Date < new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Unspecified).AddDays(day - 1))
            time.AdvanceTo(8);
        var sweeper = gateway.Services.GetRequiredService<IGrainFactory>().GetGrain<ICourtSweepGrain>("xs");
        await sweeper.SweepAsync(time.GetUtcNow(), TimeSpan.FromSeconds(15));
    }

    private async Task ReceiveAsync(string name, string court = "dg", string? leader = Some.LeaderOfDg, string? person = null, string channel = "visit")
    {
        var clerk = await gateway.AsAsync("clerk", court);
        var registered = await (await clerk.SendAsync("/api/receptions", Some.Reception(person, court, channel, leader, Some.CaseNumber()))).JsonAsync(201);
        _names[registered.GetProperty("caseId").GetString()!] = name;
    }

    /// <summary>The person comes again, to xs, and the owner does not answer the summons.</summary>
    private async Task ReturnAsync(string name, string person)
    {
        var body = Some.Reception(person, "xs", receivedBy: "L020");
        body["case"] = new JsonObject { ["caseId"] = Of(name) };
        var again = await (await (await gateway.AsAsync("clerk", "xs")).SendAsync("/api/receptions", body)).JsonAsync(201);
        Assert.Equal(JsonValueKind.Object, again.GetProperty("summons").ValueKind);
    }

    private async Task<string> LetterAsync(string name, string number) =>
        (await DoAsync(name, "letter", new JsonObject { ["number"] = number, ["replyBy"] = "2026-11-20", ["demand"] = "限期办理" })).GetProperty("actId").GetString()!;

    private Task<JsonElement> AnswerAsync(string name) => DoAsync(name, "answer", new JsonObject { ["kind"] = "first", ["text"] = "已书面答复" });

    private async Task AssignAsync(string name) => await (await (await gateway.AsAsync("supervisor", "zy")).SendAsync("/api/assignments", new JsonObject
    {
        ["source"] = "congress",
        ["documentNumber"] = "望人信〔2026〕1号",
        ["receivedAt"] = time.GetUtcNow().ToString("O"),
        ["unit"] = "dg",
        ["caseIds"] = new JsonArray(Of(name)),
    })).JsonAsync(200);

    /// <summary>Two key cases, the second of which has a plan.</summary>
    private async Task CampaignAsync(params string[] names)
    {
        var opening = new JsonObject { ["title"] = "集中办访月", ["firstDay"] = "2026-11-20", ["lastDay"] = "2026-12-20", ["courts"] = new JsonArray("dg") };
        var opened = await (await (await gateway.AsAsync("supervisor", "zy")).SendAsync("/api/campaigns", opening)).JsonAsync(201);
        var campaign = $"/api/campaigns/{opened.GetProperty("campaignId").GetString()}/cases";
        var office = await gateway.AsAsync("office");
        foreach (var name in names)
        {
            await (await office.SendAsync(campaign, Some.Gathered(Of(name)))).JsonAsync(201);
            await (await office.SendAsync($"{campaign}/{Of(name)}/key", new JsonObject { ["reason"] = "涉众", ["team"] = new JsonArray("李法官") })).JsonAsync(200);
        }
        await DoAsync(names[^1], "plan", new JsonObject { ["person"] = "李法官", ["limit"] = "2027-01-20", ["measures"] = "约谈", ["goal"] = "息诉" });
    }

    private async Task<JsonElement> DoAsync(string name, string act, JsonObject body) => await CaseSteps.ActAsync(await gateway.AsAsync("office"), Of(name), act, body);

    private string Of(string name) => _names.Single(n => n.Value == name).Key;

    private string Cell(JsonElement cell) => cell.ValueKind switch
    {
        JsonValueKind.Object => cell.GetProperty("day").GetString()![5..],
        JsonValueKind.Null => "",
        _ => _names.GetValueOrDefault(cell.ToString(), cell.ToString()),
    };
}
