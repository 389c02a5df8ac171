using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Microsoft.Extensions.DependencyInjection;
using PetitionMesh.Gateway.Tests.Running;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Journal.GroupCommit;

namespace PetitionMesh.Gateway.Tests.Reports;

/// <summary>
/// A simulated fortnight of six courts (J11, J12): one is silent for a day, one tells less than it registered, one is late, one says nil on a busy day. The
/// bulletin's figures are counted again here, from the journal's events alone.
/// </summary>
public sealed class FortnightTests
{
    private static readonly (string Court, string Leader)[] Courts = [("zy", "L007"), ("dg", "L012"), ("xs", "L019"), ("nw", "L027"), ("by", "L035"), ("kf", "L043")];
    private static readonly string[] Divisions = ["立案庭", "刑庭", "民一庭", "行政庭", "执行局", "办公室", "政治部"];
    private static readonly string[] Channels = ["visit", "letter", "call", "email", "online", "video"];

    private readonly SettableTime _time = new();
    private readonly List<(string Court, string Person, string Number)> _matters = [];

    [Fact]
    public async Task The_bulletin_says_what_the_journal_says_and_names_each_unit_as_what_it_was()
    {
        await using var gateway = await RunningGateway.StartAsync(customise: b => b.Services.AddSingleton<TimeProvider>(_time));
        var days = await LiveAsync(gateway, new AssignedStory(gateway, _time));
        var address = $"/api/reports/bulletin?from={days[0]}&to={days[^1]}";
        var supervisor = await gateway.AsAsync("supervisor", "zy");
        var bulletin = await (await supervisor.GetAsync(address)).JsonAsync(200);

        Assert.Equal("preliminary", bulletin.GetProperty("state").GetString());
        await EveryFigureIsRecountedAsync(gateway, bulletin, days);
        TellsOfAssignedCases(bulletin);
        string[] expected =
        [
            $"{days[3]} 西山区人民法院 未报", $"{days[5]} 南湾区人民法院 少报（瞒报）", $"{days[7]} 北原县人民法院 迟报", $"{days[9]} 望海经济技术开发区人民法院 有访零报",
        ];
        Assert.Equal(expected, Rows(bulletin, "problems").Select(r => $"{r[0].GetProperty("day").GetString()} {r[1]} {r[2]}"));
        foreach (var unit in new[] { "西山区人民法院", "南湾区人民法院", "望海经济技术开发区人民法院" })
            Assert.Contains(Rows(bulletin, "explanations"), r => r[0].GetString() == unit && r[1].GetString() == "处置不当");

        await IsFrozenAsync(gateway, address, days);
        await FormsAgreeAsync(supervisor, address);
    }

    /// <summary>Fourteen days at six courts; returns the days.</summary>
    private async Task<string[]> LiveAsync(RunningGateway gateway, AssignedStory story)
    {
        var random = new Random(20261122);
        var days = new string[14];
        for (var d = 0; d < days.Length; d++)
        {
            _time.AdvanceTo(9);
            days[d] = _time.Day();
            foreach (var (court, leader) in Courts)
                await RegisterAsync(gateway, story, court, leader, 1 + random.Next(3), random);
            await story.LiveAsync(d, days[d]);
            _time.AdvanceTo(16);
            foreach (var division in Divisions)
                await ReportAsync(gateway, "zy", $"zy:{division}", days[d], new JsonObject());
            foreach (var (court, _) in Courts.Where(c => c.Court != "zy"))
            {
                if ((d, court) is not ((3, "xs") or (7, "by")))
                    await ReportAsync(gateway, court, court, days[d], Told(d, court));
            }
            _time.AdvanceTo(18);
            if (d == 7)
                await ReportAsync(gateway, "by", "by", days[d], new JsonObject());
        }
        _time.AdvanceTo(9);
        return days;
    }

    private static JsonObject Told(int day, string court) => (day, court) switch
    {
        (5, "nw") => new JsonObject { ["figures"] = new JsonObject { ["receptions"] = 0 } },
        (9, "kf") => new JsonObject { ["nil"] = true },
        _ => new JsonObject(),
    };

    private async Task RegisterAsync(RunningGateway gateway, AssignedStory story, string court, string leader, int times, Random random)
    {
        var clerk = await gateway.AsAsync("clerk", court);
        for (var i = 0; i < times; i++)
        {
            var known = _matters.Where(m => m.Court == court).ToArray();
            var matter = known.Length > 0 && random.Next(3) == 0 ? known[random.Next(known.Length)] : (Court: court, Person: Some.ResidentNumber(), Number: Some.CaseNumber());
            var body = Some.Reception(matter.Person, court, Channels[random.Next(Channels.Length)], leader, matter.Number);
            body["level"] = random.Next(6) == 0 ? "province" : "local";
            var registered = await (await clerk.SendAsync("/api/receptions", body)).JsonAsync(201);
            story.Registered(court, registered.GetProperty("caseId").GetString()!, leader);
            _matters.Add(matter);
        }
    }

    /// <summary>An independent recount: nothing of the ledger, only the events.</summary>
    private static async Task EveryFigureIsRecountedAsync(RunningGateway gateway, JsonElement bulletin, string[] days)
    {
        var events = await gateway.Services.GetRequiredService<IJournalStore>().ReadForwardAsync(0, 100_000, default);
        var (from, to) = (Day(days[0]), Day(days[^1]));
        var received = events.Where(e => e.Kind == "case.received.v1")
            .Select(e => (CaseEvent.Received)Codecs.Case.Decode(e.Kind, e.Payload.AsSpan()))
            .Where(r => r.Day >= from && r.Day <= to)
            .ToArray();
        Assert.InRange(received.Length, 84, 252);
        var table = Rows(bulletin, "receptions");
        Assert.Equal(7, table.Count);
        for (var i = 0; i < table.Count; i++)
        {
            var own = i == 6 ? received : [.. received.Where(r => r.Court.Value == Courts[i].Court)];
            long[] expected =
            [
                own.Length, own.Count(r => r.First), own.Count(r => !r.First),
                .. Enum.GetValues<Channel>().Select(c => (long)own.Count(r => r.Channel == c)),
                own.Count(r => r.Headcount >= 5), own.Count(r => r.Channel != Channel.Video && r.Level > (r.Court.Value == "zy" ? Level.City : Level.Local)),
                own.Count(r => r.Level == Level.City), own.Count(r => r.Level == Level.Province), own.Count(r => r.Level == Level.Capital),
                own.Sum(r => r.Headcount), own.Count(r => r.Late),
            ];
            Assert.Equal(expected, table[i].Skip(1).Select(c => c.GetInt64()));
        }
        var byDay = Rows(bulletin, "time");
        Assert.Equal(days.Select(d => (long)received.Count(r => r.Day == Day(d))), byDay.Select(r => r[1].GetInt64()));
        Assert.True(bulletin.GetProperty("position").GetInt64() <= events[^1].Position);
        var recount = new FortnightRecount(events, from, to);
        var indicators = await (await (await gateway.AsAsync("supervisor", "zy")).GetAsync($"/api/reports/indicators?from={days[0]}&to={days[^1]}")).JsonAsync(200);
        for (var i = 0; i < 7; i++)
            Recounted(bulletin, indicators, recount, i, i == 6 ? null : Courts[i].Court);
        Assert.Equal(
            recount.Missed().Select(m => $"{m.Day:yyyy-MM-dd} {m.Court} {m.Limit} {m.Missed} {m.Late} {m.Missed - m.Late}").Order(StringComparer.Ordinal),
            Rows(bulletin, "missedLimits").Select(r => $"{r[0].GetProperty("day").GetString()} {IdOf(r[1])} {r[2]} {r[3]} {r[4]} {r[5]}").Order(StringComparer.Ordinal));
        foreach (var row in Rows(bulletin, "owned"))
            Assert.Equal(row[1].GetInt64(), row[2].GetInt64() + row[3].GetInt64());
    }

    /// <summary>One line of each table: assigned cases against their limits, owned and settled ones, and what people thought of it.</summary>
    private static void Recounted(JsonElement bulletin, JsonElement indicators, FortnightRecount recount, int line, string? court)
    {
        Assert.Equal(recount.Assigned(court), Rows(bulletin, "assigned")[line].Skip(1).Select(c => c.GetInt64()));
        var limits = Rows(bulletin, "limits")[line];
        Assert.Equal(recount.LimitsOf(court), limits.Skip(1).SkipLast(1).Select(c => c.GetInt64()));
        var owned = Rows(bulletin, "owned")[line];
        Assert.Equal(recount.Owned(court), (owned[1].GetInt64(), owned[2].GetInt64()));
        var settled = Rows(bulletin, "resolutions")[line];
        Assert.Equal(recount.Settled(court), (settled[1].GetInt64(), settled[3].GetInt64()));
        var satisfied = court is null ? Rows(indicators, "indicators")[2][2] : Rows(indicators, "indicatorsByCourt")[line][3];
        Assert.Equal(recount.Satisfaction(court), satisfied.ValueKind == JsonValueKind.Null ? null : satisfied.GetProperty("share").GetDecimal());
    }

    /// <summary>The story has to show something, or the recount proves nothing.</summary>
    private static void TellsOfAssignedCases(JsonElement bulletin)
    {
        Assert.Equal([4, 0, 4, 3, 1, 3], Rows(bulletin, "assigned")[^1].Skip(1).Select(c => c.GetInt64()));
        Assert.Equal([4, 2, 4, 1, 4, 1, 1, 0, 1, 8], Rows(bulletin, "limits")[^1].Skip(1).SkipLast(1).Select(c => c.GetInt64()));
        Assert.Contains(Rows(bulletin, "explanations"), r => r[0].GetString() == "东港区人民法院" && r[2].GetString()!.Contains("交办期限逾期未办", StringComparison.Ordinal));
    }

    private static string IdOf(JsonElement name) => Courts.Single(c => CourtNames[c.Court] == name.GetString()).Court;

    private static Dictionary<string, string> CourtNames { get; } = new()
    {
        ["zy"] = "望海市中级人民法院",
        ["dg"] = "东港区人民法院",
        ["xs"] = "西山区人民法院",
        ["nw"] = "南湾区人民法院",
        ["by"] = "北原县人民法院",
        ["kf"] = "望海经济技术开发区人民法院",
    };

    /// <summary>What is published stays, to the last byte; what changed since is published as a correction.</summary>
    private async Task IsFrozenAsync(RunningGateway gateway, string address, string[] days)
    {
        var supervisor = await gateway.AsAsync("supervisor", "zy");
        var body = new JsonObject { ["from"] = days[0], ["to"] = days[^1] };
        var text = await (await supervisor.SendAsync("/api/reports/bulletin/publish", body)).Content.ReadAsStringAsync();
        using var published = JsonDocument.Parse(text);
        var raw = published.RootElement.GetProperty("report").GetRawText();
        Assert.Equal(published.RootElement.GetProperty("hash").GetString(), Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(raw))));

        var late = Some.Reception(court: "dg", receivedBy: "L012");
        late["occurredAt"] = $"{days[^1]}T10:00:00+08:00";
        await (await (await gateway.AsAsync("clerk")).SendAsync("/api/receptions", late)).JsonAsync(201);
        var again = await (await supervisor.GetAsync(address)).JsonAsync(200);
        Assert.Equal(("frozen", raw), (again.GetProperty("state").GetString(), again.GetProperty("report").GetRawText()));
        var pending = again.GetProperty("pending").EnumerateArray().ToArray();
        Assert.Contains(pending, l => l.GetProperty("column").GetString() == "迟录");
        Assert.DoesNotContain(pending, l => l.GetProperty("column").GetString() == "包案总数");

        await (await supervisor.SendAsync("/api/reports/bulletin/publish", body.DeepClone())).IsProblemAsync(HttpStatusCode.UnprocessableEntity, "reason", "reason");
        body["reason"] = "一件次日补录";
        var corrected = await (await supervisor.SendAsync("/api/reports/bulletin/publish", body)).JsonAsync(200);
        var lines = corrected.GetProperty("corrections")[0].GetProperty("lines").EnumerateArray().ToArray();
        Assert.Contains(lines, l => l.GetProperty("row").GetString() == "东港区人民法院" && l.GetProperty("column").GetString() == "迟录" && l.GetProperty("is").GetString() == "1");
        Assert.Empty((await (await supervisor.GetAsync(address)).JsonAsync(200)).GetProperty("pending").EnumerateArray());
        Assert.Equal(pending.Length, lines.Length);
        await (await supervisor.SendAsync("/api/reports/bulletin/publish", new JsonObject { ["from"] = _time.Day(), ["to"] = _time.Day() })).IsProblemAsync(HttpStatusCode.UnprocessableEntity, field: "to");
    }

    private static async Task FormsAgreeAsync(HttpClient supervisor, string address)
    {
        var page = await (await supervisor.GetAsync($"{address}&format=html")).Content.ReadAsStringAsync();
        foreach (var part in new[] { "信访工作双周通报", "两级法院接处访情况", "<svg", "有访零报", "更正1", "统计口径" })
            Assert.Contains(part, page, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("PETITION_MESH_KEEP_PAPERS") is { Length: > 0 } keep)
        {
            foreach (var product in new[] { "bulletin", "weekly", "monthly", "quarterly", "half-year", "annual", "explanations", "screening", "indicators", "workload" })
            {
                foreach (var form in new[] { "html", "docx", "xlsx" })
                {
                    var asked = product == "bulletin" ? $"{address}&format={form}" : $"/api/reports/{product}?format={form}";
                    await File.WriteAllBytesAsync(Path.Combine(keep, $"{product}.{form}"), await (await supervisor.GetAsync(asked)).Content.ReadAsByteArrayAsync());
                }
            }
        }
        using var docx = WordprocessingDocument.Open(new MemoryStream(await (await supervisor.GetAsync($"{address}&format=docx")).Content.ReadAsByteArrayAsync()), isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(docx).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"));
        Assert.Contains("有访零报", docx.MainDocumentPart!.Document.InnerText, StringComparison.Ordinal);
        using var xlsx = new ZipArchive(await (await supervisor.GetAsync($"{address}&format=xlsx")).Content.ReadAsStreamAsync());
        Assert.Equal(11, xlsx.Entries.Count(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)));
    }

    private static List<JsonElement[]> Rows(JsonElement view, string table) =>
    [
        .. view.GetProperty("report").GetProperty("sections").EnumerateArray().SelectMany(s => s.GetProperty("tables").EnumerateArray())
            .Single(t => t.GetProperty("id").GetString() == table).GetProperty("rows").EnumerateArray().Select(r => r.EnumerateArray().ToArray()),
    ];

    private static async Task ReportAsync(RunningGateway gateway, string court, string unit, string day, JsonObject body) =>
        await (await (await gateway.AsAsync("office", court)).SendAsync($"/api/daily-reports/{Uri.EscapeDataString(unit)}/{day}", body)).JsonAsync(201);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
