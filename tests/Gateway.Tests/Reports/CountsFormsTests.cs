using System.Net;
using System.Text;
using System.Text.Json;
using PetitionMesh.Gateway.Operators;
using PetitionMesh.Gateway.Tests.Running;

namespace PetitionMesh.Gateway.Tests.Reports;

/// <summary>What reporting jobs pull: splits, forms, and nothing when nothing changed.</summary>
public sealed class CountsFormsTests
{
    [Fact]
    public async Task One_further_split_adds_up_to_the_whole()
    {
        await using var gateway = await RunningGateway.StartAsync();
        await RegisterAsync(gateway, 3);
        var reporter = await gateway.AsAsync("reporter", "zy");
        foreach (var split in new[] { "first", "level", "kind", "source" })
        {
            var rows = await RowsAsync(reporter, $"court,{split}");
            Assert.Equal(3, rows.Sum(r => r.GetProperty("receptions").GetInt64()));
            Assert.All(rows, r => Assert.False(r.TryGetProperty("collective", out _)));
        }
        Assert.Equal("civil", Assert.Single(await RowsAsync(reporter, "kind")).GetProperty("kind").GetString());
        Assert.Empty(await RowsAsync(reporter, "court,day,outcome"));
        await (await reporter.GetAsync($"/api/reports/counts?{Period()}&by=level,kind")).IsProblemAsync(HttpStatusCode.BadRequest, field: "by");
        await (await reporter.GetAsync($"/api/reports/counts?{Period()}&by=channel,outcome")).IsProblemAsync(HttpStatusCode.BadRequest, field: "by");
    }

    [Fact]
    public async Task An_unchanged_answer_is_not_sent_again_and_a_changed_one_is()
    {
        await using var gateway = await RunningGateway.StartAsync();
        await RegisterAsync(gateway, 1);
        var reporter = await gateway.AsAsync("reporter", "zy");
        var address = $"/api/reports/counts?{Period()}&by=court";
        var first = await reporter.GetAsync(address);
        var tag = first.Headers.ETag!.ToString();
        Assert.Equal(HttpStatusCode.NotModified, await AskAsync(reporter, address, tag));

        // The journal grows by something else: the rows are the same, so is the answer.
        await (await gateway.AsAsync("office")).SendAsync("/api/reporting-units/dg/contact", new System.Text.Json.Nodes.JsonObject { ["name"] = "孙七", ["post"] = "主任", ["phone"] = "0100" }, method: HttpMethod.Put);
        Assert.Equal(HttpStatusCode.NotModified, await AskAsync(reporter, address, tag));
        await RegisterAsync(gateway, 1);
        Assert.Equal(HttpStatusCode.OK, await AskAsync(reporter, address, tag));
    }

    [Fact]
    public async Task A_tag_is_believed_for_its_own_question_and_form_only()
    {
        await using var gateway = await RunningGateway.StartAsync();
        await RegisterAsync(gateway, 1);
        var reporter = await gateway.AsAsync("reporter", "zy");
        var address = $"/api/reports/counts?{Period()}&by=court";
        var tag = (await reporter.GetAsync(address)).Headers.ETag!.ToString();
        var position = tag[3..tag.IndexOf('.', StringComparison.Ordinal)];
        foreach (var other in new[] { $"{address},channel", $"{address}&court=dg", $"{address}&format=csv", "/api/reports/counts?from=2026-11-01&to=2026-11-02&by=court" })
            Assert.Equal(HttpStatusCode.OK, await AskAsync(reporter, other, tag));
        foreach (var invented in new[] { $"W/\"{position}-nonsense\"", $"W/\"{position}.nonsense.nonsense\"", tag.Replace("W/", "", StringComparison.Ordinal)[..^2] + "\"" })
            Assert.Equal(HttpStatusCode.OK, await AskAsync(reporter, address, invented));
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("If-None-Match", $"W/\"{position}-nonsense\", {tag}");
        var unchanged = await reporter.SendAsync(request);
        Assert.Equal((HttpStatusCode.NotModified, tag), (unchanged.StatusCode, unchanged.Headers.ETag!.ToString()));
    }

    [Fact]
    public async Task Figures_come_as_csv_and_workbook_too()
    {
        await using var gateway = await RunningGateway.StartAsync();
        await RegisterAsync(gateway, 2);
        var reporter = await gateway.AsAsync("reporter", "zy");
        var csv = await (await reporter.GetAsync($"/api/reports/counts?{Period()}&by=court&format=csv")).Content.ReadAsByteArrayAsync();
        Assert.StartsWith("\uFEFF法院,批次,初访,重访,集体访,越级访,人次\r\n东港区人民法院,2,2,0,0,0,2\r\n", Encoding.UTF8.GetString(csv), StringComparison.Ordinal);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/reports/counts?{Period()}&by=court");
        request.Headers.Add("Accept", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        var xlsx = await reporter.SendAsync(request);
        Assert.Equal("Accept", Assert.Single(xlsx.Headers.Vary));
        Assert.Equal("PK", Encoding.ASCII.GetString((await xlsx.Content.ReadAsByteArrayAsync())[..2]));
        await (await reporter.GetAsync($"/api/reports/counts?{Period()}&format=pdf")).IsProblemAsync(HttpStatusCode.BadRequest, field: "format");
    }

    [Fact]
    public async Task The_client_writes_whole_files_says_unchanged_and_gives_up_on_a_refusal()
    {
        await using var gateway = await RunningGateway.StartAsync();
        await RegisterAsync(gateway, 1);
        var file = Path.Combine(gateway.Directory, "counts.json");
        var told = new StringWriter();
        var pull = new ReportPull(await gateway.AsAsync("reporter", "zy"), TimeProvider.System, told);
        var address = $"/api/reports/counts?{Period()}&by=court";
        Assert.Equal(0, await pull.RunAsync(address, file, true, 0, default));
        using (var written = JsonDocument.Parse(await File.ReadAllTextAsync(file)))
            Assert.Equal(1, written.RootElement.GetProperty("rows")[0].GetProperty("receptions").GetInt32());
        Assert.Equal(ReportPull.Unchanged, await pull.RunAsync(address, file, true, 0, default));
        Assert.Equal(0, await pull.RunAsync($"{address},channel", file, true, 0, default));
        Assert.Contains("channel", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        Assert.Equal(0, await pull.RunAsync(address, file, false, 0, default));
        Assert.Equal(0, await pull.RunAsync($"{address},channel", file, true, 0, default));
        Assert.Equal(ReportPull.Refused, await pull.RunAsync("/api/reports/counts", file, false, 5, default));
        Assert.EndsWith("重新提交。 from：此项必填。 to：此项必填。", told.ToString().Trim(), StringComparison.Ordinal);
        using var nobody = new HttpClient { BaseAddress = new Uri("http://127.0.0.1:9") };
        Assert.Equal(ReportPull.Unreached, await new ReportPull(nobody, TimeProvider.System, told).RunAsync("/", file, false, 0, default));
        Assert.True(File.Exists(file));
    }

    [Theory]
    [InlineData("weekly", "ledger")]
    [InlineData("monthly", "indicators")]
    [InlineData("quarterly", "kinds")]
    [InlineData("half-year", "indicatorsByCourt")]
    [InlineData("annual", "workload")]
    [InlineData("explanations", "explanations")]
    [InlineData("screening", "screening")]
    [InlineData("indicators", "time")]
    [InlineData("workload", "workload")]
    [InlineData("follow-ups", "totals")]
    public async Task Every_product_has_a_usual_period_and_every_form(string product, string table)
    {
        await using var gateway = await RunningGateway.StartAsync();
        await RegisterAsync(gateway, 1);
        var supervisor = await gateway.AsAsync("supervisor", "zy");
        var view = await (await supervisor.GetAsync($"/api/reports/{product}")).JsonAsync(200);
        Assert.Contains(
            view.GetProperty("report").GetProperty("sections").EnumerateArray().SelectMany(s => s.GetProperty("tables").EnumerateArray()),
            t => t.GetProperty("id").GetString() == table);
        Assert.DoesNotContain("邹宁一", view.GetRawText(), StringComparison.Ordinal);
        foreach (var form in new[] { "html", "docx", "xlsx" })
            Assert.Equal(HttpStatusCode.OK, (await supervisor.GetAsync($"/api/reports/{product}?format={form}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await gateway.AsAsync("office")).GetAsync($"/api/reports/{product}?court=xs")).StatusCode);
    }

    [Fact]
    public async Task The_weekly_ledger_names_the_petitioner_masked_and_only_to_who_may_know()
    {
        await using var gateway = await RunningGateway.StartAsync();
        await RegisterAsync(gateway, 1);
        var supervisor = await gateway.AsAsync("supervisor", "zy");
        var view = await (await supervisor.GetAsync("/api/reports/weekly")).JsonAsync(200);
        Assert.Equal("邹**", Assert.Single(view.GetProperty("petitioners").EnumerateObject()).Value.GetString());
        Assert.DoesNotContain("邹", view.GetProperty("report").GetRawText(), StringComparison.Ordinal);
        Assert.Equal(
            view.GetProperty("hash").GetString(),
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(view.GetProperty("report").GetRawText()))));
        foreach (var client in new[] { supervisor, await gateway.AsAsync("office") })
            Assert.Contains("<td>邹**</td>", await (await client.GetAsync("/api/reports/weekly?format=html")).Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var unnamed = await (await (await gateway.AsAsync("reporter", "zy")).GetAsync("/api/reports/weekly")).JsonAsync(200);
        Assert.False(unnamed.TryGetProperty("petitioners", out _));
        Assert.Equal(view.GetProperty("hash").GetString(), unnamed.GetProperty("hash").GetString());
    }

    [Fact]
    public async Task An_alert_reaches_the_supervisors_open_page()
    {
        await using var gateway = await RunningGateway.StartAsync();
        var supervisor = await gateway.AsAsync("supervisor", "zy");
        using var page = await supervisor.GetAsync("/api/alerts/events", HttpCompletionOption.ResponseHeadersRead);
        using var lines = new StreamReader(await page.Content.ReadAsStreamAsync());
        await (await (await gateway.AsAsync("clerk")).SendAsync(
            "/api/alerts", new System.Text.Json.Nodes.JsonObject { ["kind"] = "other", ["words"] = "有人滞留大厅" })).JsonAsync(201);
        string? line;
        do
            line = await lines.ReadLineAsync();
        while (line is not null && !line.StartsWith("data: ", StringComparison.Ordinal));
        Assert.Contains("有人滞留大厅", line, StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> AskAsync(HttpClient reporter, string address, string tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        return (await reporter.SendAsync(request)).StatusCode;
    }

    private static async Task<JsonElement[]> RowsAsync(HttpClient reporter, string by) =>
        [.. (await (await reporter.GetAsync($"/api/reports/counts?{Period()}&by={by}")).JsonAsync(200)).GetProperty("rows").EnumerateArray()];

    private static async Task RegisterAsync(RunningGateway gateway, int times)
    {
        var clerk = await gateway.AsAsync("clerk");
        for (var i = 0; i < times; i++)
            await (await clerk.SendAsync("/api/receptions", Some.Reception(caseNumber: Some.CaseNumber()))).JsonAsync(201);
    }

    private static string Period() => $"from={CityTime.Today}&to={CityTime.Today}";
}
