using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PetitionMesh.Gateway.Imports;
using PetitionMesh.Gateway.Tests.Cases;
using PetitionMesh.Gateway.Tests.Running;
using PetitionMesh.Grains;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Privacy;
using PetitionMesh.Silo.Keys;

namespace PetitionMesh.Gateway.Tests.Imports;

public sealed class ImportTests(Started started) : IClassFixture<Started>
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Imports", "Sheets", "Data");

    [Fact]
    public async Task J1_a_ledger_is_taken_in_with_its_figures_and_in_any_encoding_only_once()
    {
        await using var gateway = await RunningGateway.StartAsync();
        var supervisor = await gateway.AsAsync("supervisor", "zy");
        var first = await FinishedAsync(supervisor, await UploadAsync(supervisor, "unresolved-427.csv"));
        using var expected = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Folder, "unresolved-427.expected.json")));
        Assert.Equal("done", first.GetProperty("state").GetString());
        Assert.Equal(427, first.GetProperty("rows").GetInt32());
        Assert.Equal(427, first.GetProperty("done").GetInt32());
        Assert.Equal(427, Sum(first, "created", "merged", "unchanged", "rejected"));
        Assert.Equal(388 + 12, first.GetProperty("created").GetInt32());
        Assert.True(JsonElement.DeepEquals(expected.RootElement, first.GetProperty("summary")), first.GetProperty("summary").ToString());
        var ledger = await (await supervisor.GetAsync("/api/cases?limit=1")).JsonAsync(200);
        Assert.Equal("imported", ledger.GetProperty("items")[0].GetProperty("owner").GetProperty("origin").GetString());
        Assert.Equal(0, ledger.GetProperty("items")[0].GetProperty("receptions").GetInt32());
        Assert.Empty(Directory.GetFiles(Path.Combine(gateway.Directory, "imports"), "*.sealed")); // It would outlive an erasure.
        var again = await FinishedAsync(supervisor, await UploadAsync(supervisor, "unresolved-427.gb18030.csv"));
        Assert.Equal(427, again.GetProperty("unchanged").GetInt32());
    }

    [Fact]
    public async Task Y1_a_register_of_first_requests_is_taken_in_with_its_figures_and_only_once()
    {
        await using var gateway = await RunningGateway.StartAsync();
        var supervisor = await gateway.AsAsync("supervisor", "zy");
        var first = await FinishedAsync(supervisor, await UploadAsync(supervisor, "first-requests-1173.csv", kind: "first-requests"));
        using var expected = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Folder, "first-requests-1173.expected.json")));
        Assert.True(JsonElement.DeepEquals(expected.RootElement, first.GetProperty("summary")), first.GetProperty("summary").ToString());
        Assert.Equal((1173, 0, 0, 0), (Sum(first, "created"), Sum(first, "merged"), Sum(first, "unchanged"), Sum(first, "rejected")));

        var counts = (await (await supervisor.GetAsync("/api/first-requests/counts?from=2022-01-01&to=2022-12-31")).JsonAsync(200)).GetProperty("rows").EnumerateArray().ToArray();
        int Of(string name, string channel = "") => counts.Where(r => channel.Length == 0 || r.GetProperty("channel").GetString() == channel).Sum(r => r.GetProperty(name).GetInt32());
        Assert.Equal((507, 252, 257, 157), (Of("requests", "visit"), Of("requests", "letter"), Of("requests", "call"), Of("requests", "email")));
        Assert.Equal((38, 119, 0), (Of("open"), Of("answeredLate"), Of("entered")));
        Assert.Equal(0, (await (await supervisor.GetAsync("/api/cases?limit=1")).JsonAsync(200)).GetProperty("items").GetArrayLength()); // No owner, so no case.

        var again = await FinishedAsync(supervisor, await UploadAsync(supervisor, "first-requests-1173.csv", kind: "first-requests"));
        Assert.Equal(1173, Sum(again, "unchanged"));
    }

    [Fact]
    public async Task A_later_sheet_tells_which_first_requests_are_done_and_registers_none_twice()
    {
        var office = await started.Gateway.AsAsync("office");
        const string Header = "登记号,接收日期,受理法院,渠道,诉求人,诉求内容,办理方式,答复期限,办结日期\n";
        var first = await FinishedAsync(office, await UploadAsync(office, Sheet($"{Header}D1,2026-11-02,东港区法院,来电,邹宁一,催办,限期答复,2026-11-09,\nD2,2026-11-02,西山区法院,来电,邹宁一,催办,限期答复,2026-11-09,\n"), kind: "first-requests"));
        Assert.Equal((1, 1, "受理法院"), (Sum(first, "created"), Sum(first, "rejected"), first.GetProperty("problems")[0].GetProperty("field").GetString()));
        var later = await FinishedAsync(office, await UploadAsync(office, Sheet($"{Header}D1,2026-11-02,东港区法院,来电,邹宁一,催办,限期答复,2026-11-09,2026-11-10\n"), kind: "first-requests"));
        Assert.Equal((0, 1, 0), (Sum(later, "created"), Sum(later, "merged"), Sum(later, "unchanged")));
        var line = Assert.Single((await (await office.GetAsync("/api/first-requests?from=2026-11-02&to=2026-11-02")).JsonAsync(200)).GetProperty("items").EnumerateArray());
        Assert.Equal(("done", "2026-11-10", "D1"), (line.GetProperty("status").GetString(), line.GetProperty("doneOn").GetString(), line.GetProperty("register").GetString()));
    }

    [Fact]
    public async Task An_office_brings_in_its_own_courts_rows_only()
    {
        await using var gateway = await RunningGateway.StartAsync();
        var office = await gateway.AsAsync("office");
        var import = await FinishedAsync(office, await UploadAsync(office, "unresolved-427.csv"));
        Assert.Equal(427 - 67, import.GetProperty("rejected").GetInt32());
        Assert.Equal(67, Sum(import, "created", "merged"));
    }

    [Fact]
    public async Task The_same_key_and_file_is_the_same_import_and_another_file_is_refused()
    {
        var office = await started.Gateway.AsAsync("office");
        using var one = Sheet("责任单位,信访事由\n东港区人民法院,要求执行\n");
        using var other = Sheet("责任单位,信访事由\n东港区人民法院,要求再审\n");
        var first = await UploadAsync(office, one, "import-1");
        var again = await UploadAsync(office, Sheet("责任单位,信访事由\n东港区人民法院,要求执行\n"), "import-1");
        Assert.Equal(first.Headers.Location, again.Headers.Location);
        await (await UploadAsync(office, other, "import-1")).IsProblemAsync(HttpStatusCode.UnprocessableEntity, "idempotency-key-reused");
    }

    [Fact]
    public async Task A_row_about_a_joined_case_names_the_owner_of_the_case_it_went_into()
    {
        var (clerk, office) = (await started.Gateway.AsAsync("clerk"), await started.Gateway.AsAsync("office"));
        var person = Some.ResidentNumber();
        var numbers = new Dictionary<string, string>();
        foreach (var number in new[] { Some.CaseNumber(), Some.CaseNumber() })
            numbers.Add(await RegisterAsync(clerk, person, number), number);
        var (one, other) = (numbers.Keys.First(), numbers.Keys.Last());
        var joined = await (await clerk.SendAsync($"/api/cases/{one}/join", new JsonObject { ["with"] = other, ["reason"] = "同一纠纷" })).JsonAsync(200);
        var older = joined.GetProperty("caseId").GetString()!;
        var younger = older == one ? other : one;

        var import = await FinishedAsync(office, await UploadAsync(office, Sheet($"责任单位,证件号码,原审案号,信访事由,包案领导\n东港区人民法院,{person},{numbers[younger]},要求答复,曹景和\n")));
        Assert.Equal(1, import.GetProperty("merged").GetInt32());
        var cases = (await (await clerk.SendAsync("/api/ownership/lookup", new JsonObject { ["idType"] = "residentId", ["idNumber"] = person })).JsonAsync(200)).GetProperty("cases");
        Assert.Equal((1, older), (cases.GetArrayLength(), cases[0].GetProperty("caseId").GetString()));
        Assert.Equal(("L012", "imported"), (cases[0].GetProperty("owner").GetProperty("leaderId").GetString(), cases[0].GetProperty("owner").GetProperty("origin").GetString()));
    }

    [Fact]
    public async Task A_row_under_the_number_of_the_case_that_theirs_went_into_is_of_that_case_for_a_representative_too()
    {
        var (clerk, office) = (await started.Gateway.AsAsync("clerk"), await started.Gateway.AsAsync("office"));
        var (one, other, number) = (Some.ResidentNumber(), Some.ResidentNumber(), Some.CaseNumber());
        var older = (await (await clerk.SendAsync("/api/receptions", Some.Reception(one, caseNumber: number))).JsonAsync(201)).GetProperty("caseId").GetString();
        var collective = Some.Reception(one, receivedBy: "L013", caseNumber: Some.CaseNumber());
        collective["headcount"] = 5;
        collective["representatives"] = new JsonArray(Some.Person(other));
        var younger = (await (await clerk.SendAsync("/api/receptions", collective)).JsonAsync(201)).GetProperty("caseId").GetString();
        await (await clerk.SendAsync($"/api/cases/{younger}/join", new JsonObject { ["with"] = older, ["reason"] = "同一纠纷" })).JsonAsync(200);

        var import = await FinishedAsync(office, await UploadAsync(office, Sheet($"责任单位,证件号码,原审案号,信访事由\n东港区人民法院,{other},{number},要求答复\n")));
        Assert.Equal((0, 1), (import.GetProperty("created").GetInt32(), import.GetProperty("merged").GetInt32()));
        var cases = (await (await clerk.SendAsync("/api/ownership/lookup", new JsonObject { ["idType"] = "residentId", ["idNumber"] = other })).JsonAsync(200)).GetProperty("cases");
        Assert.Equal((1, older), (cases.GetArrayLength(), cases[0].GetProperty("caseId").GetString()));
    }

    [Fact]
    public async Task What_the_row_that_counts_leaves_open_the_other_one_says_and_both_units_take_part()
    {
        var (supervisor, person, number) = (await started.Gateway.AsAsync("supervisor", "zy"), Some.ResidentNumber(), Some.CaseNumber());
        var sheet = Sheet($"责任单位,信访人,证件号码,原审案号,信访事由,首次信访日期,包案领导\n东港区人民法院,,{person},{number},要求答复,2010-01-01,\n西山区法院,邹宁一,{person},{number},要求答复,2015-01-01,葛光景（副院长）\n");
        var import = await FinishedAsync(supervisor, await UploadAsync(supervisor, sheet));
        Assert.Equal((1, 1, 0, 0), (Sum(import, "created"), Sum(import, "merged"), Sum(import, "rejected"), import.GetProperty("problems").GetArrayLength()));
        Assert.Equal(1, import.GetProperty("summary").GetProperty("rowsByUnit").GetProperty("西山区人民法院").GetInt32());

        var other = await started.Gateway.AsAsync("office", "xs");
        var found = (await (await other.SendAsync("/api/ownership/lookup", new JsonObject { ["caseNumber"] = number })).JsonAsync(200)).GetProperty("cases")[0];
        Assert.Equal(("xs", "imported"), (found.GetProperty("owner").GetProperty("court").GetString(), found.GetProperty("owner").GetProperty("origin").GetString()));
        var file = await (await other.GetAsync($"/api/cases/{found.GetProperty("caseId").GetString()}")).JsonAsync(200);
        Assert.Equal(["dg", "xs"], file.GetProperty("courts").EnumerateArray().Select(c => c.GetString()));
    }

    [Fact]
    public async Task A_row_that_the_city_knows_changes_nothing_in_whichever_part_of_a_sheet_it_comes_again()
    {
        await using var gateway = await RunningGateway.StartAsync();
        var supervisor = await gateway.AsAsync("supervisor", "zy");
        await FinishedAsync(supervisor, await UploadAsync(supervisor, "unresolved-427.csv"));
        var end = (await (await supervisor.GetAsync("/api/reports/counts?from=2026-11-01&to=2026-11-02&by=court")).JsonAsync(200)).GetProperty("asOf").GetProperty("position").GetInt64();
        var known = 0;
        foreach (var court in new[] { "zy", "dg", "xs", "nw", "by", "kf" })
        {
            var office = await gateway.AsAsync("office", court);
            var import = await FinishedAsync(office, await UploadAsync(office, "unresolved-427.csv"));
            Assert.Equal((0, 0), (Sum(import, "created"), Sum(import, "merged")));
            known += Sum(import, "unchanged");
        }
        Assert.Equal(427, known);
        var after = (await (await supervisor.GetAsync("/api/reports/counts?from=2026-11-01&to=2026-11-02&by=court")).JsonAsync(200)).GetProperty("asOf").GetProperty("position").GetInt64();
        Assert.Equal(end, after);
    }

    [Fact]
    public async Task A_persons_rows_without_a_number_are_one_matter_in_several_sheets_too()
    {
        var (office, person) = (await started.Gateway.AsAsync("office"), Some.ResidentNumber());
        foreach (var (claim, created) in new[] { ("要求答复", 1), ("要求执行", 0), ("要求答复，催办", 0) })
        {
            var import = await FinishedAsync(office, await UploadAsync(office, Sheet($"责任单位,证件号码,原审案号,信访事由\n东港区人民法院,{person},无,{claim}\n")));
            Assert.Equal((created, 1 - created), (Sum(import, "created"), Sum(import, "merged")));
        }
    }

    [Fact]
    public async Task A_row_without_a_number_does_not_go_to_a_case_that_has_ended()
    {
        var (office, person) = (await started.Gateway.AsAsync("office"), Some.ResidentNumber());
        var ended = (await (await (await started.Gateway.AsAsync("clerk")).SendAsync("/api/receptions", Some.Reception(person, receivedBy: CaseSteps.Owner))).JsonAsync(201))
            .GetProperty("caseId").GetString()!;
        foreach (var (claim, created) in new[] { ("要求答复", 0), ("要求执行", 1), ("要求答复，催办", 0) })
        {
            var import = await FinishedAsync(office, await UploadAsync(office, Sheet($"责任单位,证件号码,原审案号,信访事由\n东港区人民法院,{person},无,{claim}\n")));
            Assert.Equal((created, 1 - created), (Sum(import, "created"), Sum(import, "merged")));
            if (claim == "要求答复")
                await CaseSteps.EndAsync(started.Gateway, ended);
        }
    }

    [Fact]
    public async Task A_sheet_that_an_earlier_release_has_kept_is_taken_in()
    {
        var directory = Directory.CreateTempSubdirectory("petition-mesh-test-").FullName;
        var keyring = new Keyring(KeyOpening.Open(Path.Combine(directory, "keys.json"), development: true), RandomNumberGenerator.Fill);
        var id = Guid.NewGuid().ToString("D");
        var (key, row) = keyring.NewDataKey($"import/{id}");
        var sheet = Convert.ToBase64String(Encoding.UTF8.GetBytes("责任单位,信访事由\n东港区人民法院,要求答复\n"));
        var manifest = new ImportManifest(id, new Actor("office-of-dg", "测试员", new CourtId("dg"), Role.Office), CityTime.Running.GetUtcNow(), "", null);
        var folder = Directory.CreateDirectory(Path.Combine(directory, "imports")).FullName;
        File.WriteAllText(Path.Combine(folder, $"{id}.sealed"), JsonSerializer.Serialize(new SealedFile(row, key.Seal(id, "import-file", sheet)), ImportJson.Default.SealedFile));
        File.WriteAllText(Path.Combine(folder, $"{id}.json"), JsonSerializer.Serialize(manifest, ImportJson.Default.ImportManifest));
        await using (var gateway = await RunningGateway.StartAsync(directory: directory, settings: ["--Journal:Provider=Sqlite"]))
            Assert.Equal("done", (await FinishedAsync(await gateway.AsAsync("office"), new Uri($"/api/imports/{id}", UriKind.Relative))).GetProperty("state").GetString());
        Directory.Delete(directory, recursive: true);
    }

    [Fact]
    public async Task What_is_no_sheet_fails_with_a_reason()
    {
        var office = await started.Gateway.AsAsync("office");
        var import = await FinishedAsync(office, await UploadAsync(office, Sheet("%PDF-1.4")));
        Assert.Equal("failed", import.GetProperty("state").GetString());
        Assert.Equal(1, import.GetProperty("problems").GetArrayLength());
    }

    [Fact]
    public async Task Wrong_types_sizes_and_kinds_are_refused()
    {
        var office = await started.Gateway.AsAsync("office");
        await (await office.PostAsync("/api/imports/unresolved-cases", new StringContent("{}", MediaTypeHeaderValue.Parse("application/json"))))
            .IsProblemAsync(HttpStatusCode.UnsupportedMediaType, "unsupported-media-type");
        await (await UploadAsync(office, Sheet(""))).IsProblemAsync(HttpStatusCode.BadRequest, "malformed");
        await (await UploadAsync(office, new ByteArrayContent(new byte[(20 << 20) + 1]) { Headers = { ContentType = new("text/csv") } }))
            .IsProblemAsync(HttpStatusCode.RequestEntityTooLarge, "too-large");
        await (await office.PostAsync("/api/imports/everything", Sheet("责任单位,信访事由\n")))
            .IsProblemAsync(HttpStatusCode.NotFound, "not-found");
        await (await office.GetAsync($"/api/imports/{Guid.NewGuid()}")).IsProblemAsync(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Another_court_does_not_see_an_import()
    {
        var upload = await UploadAsync(await started.Gateway.AsAsync("office"), Sheet("责任单位,信访事由\n东港区人民法院,要求答复\n"));
        await (await (await started.Gateway.AsAsync("office", "xs")).GetAsync(upload.Headers.Location)).IsProblemAsync(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task An_import_that_was_interrupted_goes_on_after_the_restart_with_the_same_figures()
    {
        var directory = Directory.CreateTempSubdirectory("petition-mesh-test-");
        Uri location;
        await using (var before = await RunningGateway.StartAsync(directory: directory.FullName, settings: ["--Journal:Provider=Sqlite"]))
            location = (await UploadAsync(await before.AsAsync("supervisor", "zy"), "unresolved-427.csv")).Headers.Location!;
        await using (var after = await RunningGateway.StartAsync(directory: directory.FullName, settings: ["--Journal:Provider=Sqlite"]))
        {
            var import = await FinishedAsync(await after.AsAsync("supervisor", "zy"), location);
            Assert.Equal((427, 400, 27, 0, 0), (
                import.GetProperty("done").GetInt32(), import.GetProperty("created").GetInt32(), import.GetProperty("merged").GetInt32(),
                import.GetProperty("unchanged").GetInt32(), import.GetProperty("rejected").GetInt32()));
        }
        Assert.DoesNotContain("邹宁一", string.Concat(Directory.GetFiles(Path.Combine(directory.FullName, "imports")).Select(File.ReadAllText)), StringComparison.Ordinal);
        directory.Delete(recursive: true);
    }

    /// <summary>A letter for which nobody is on duty: the case has no owner yet.</summary>
    private static async Task<string> RegisterAsync(HttpClient clerk, string person, string number) =>
        (await (await clerk.SendAsync("/api/receptions", Some.Reception(person, channel: "letter", receivedBy: null, caseNumber: number))).JsonAsync(201)).GetProperty("caseId").GetString()!;

    private static int Sum(JsonElement import, params string[] names) => names.Sum(n => import.GetProperty(n).GetInt32());

    private static ByteArrayContent Sheet(string text) =>
        new(Encoding.UTF8.GetBytes(text)) { Headers = { ContentType = new("text/csv") } };

    private static async Task<HttpResponseMessage> UploadAsync(HttpClient client, string file, string kind = "unresolved-cases") =>
        await UploadAsync(client, new ByteArrayContent(await File.ReadAllBytesAsync(Path.Combine(Folder, file))) { Headers = { ContentType = new("text/csv") } }, kind: kind);

    private static async Task<HttpResponseMessage> UploadAsync(HttpClient client, HttpContent content, string? key = null, string kind = "unresolved-cases")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/imports/{kind}") { Content = content };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return await client.SendAsync(request);
    }

    private static async Task<JsonElement> FinishedAsync(HttpClient client, HttpResponseMessage upload)
    {
        await upload.JsonAsync(202);
        return await FinishedAsync(client, upload.Headers.Location!);
    }

    /// <summary>Asks until it has ended; each question waits for its answer, so this is as long as the import takes.</summary>
    private static async Task<JsonElement> FinishedAsync(HttpClient client, Uri location)
    {
        while (true)
        {
            var import = await (await client.GetAsync(location)).JsonAsync(200);
            if (import.GetProperty("state").GetString() is "done" or "failed")
                return import;
        }
    }
}
