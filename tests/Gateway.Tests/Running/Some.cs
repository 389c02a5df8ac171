using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PetitionMesh.Gateway.Tests.Running;

/// <summary>Supplies what a test doesn't care about. Every person and name is made up.</summary>
internal static class Some
{
    public const string LeaderOfDg = "L012";
    private static int _counter;

    /// <summary>A resident number nobody else in this run has: region 990101, valid check digit.</summary>
    public static string ResidentNumber()
    {
        var n = Interlocked.Increment(ref _counter);
        var body = $"990101{new DateOnly(1950, 1, 1).AddDays(n / 900):yyyyMMdd}{100 + n % 900:D3}";
        var sum = 0;
        foreach (var digit in body)
            sum = (sum + digit - '0') * 2 % 11;
        return body + "10X98765432"[sum];
    }

    public static string CaseNumber() =>
        string.Create(CultureInfo.InvariantCulture, $"（2019）鲁9902民初{Interlocked.Increment(ref _counter)}号");

    public static JsonObject Person(string? number = null, string? name = "邹宁一") => new()
    {
        ["idType"] = "residentId",
        ["idNumber"] = number ?? ResidentNumber(),
        ["name"] = name,
        ["phone"] = "10053198970",
    };

    public static JsonObject Reception(
        string? number = null, string court = "dg", string channel = "visit", string? receivedBy = LeaderOfDg, string? caseNumber = null)
    {
        var body = new JsonObject
        {
            ["court"] = court,
            ["channel"] = channel,
            ["petitioner"] = Person(number),
            ["claim"] = "要求查询案件办理进度",
        };
        if (receivedBy is not null)
            body["receivedBy"] = receivedBy;
        if (caseNumber is not null)
            body["case"] = new JsonObject { ["caseNumber"] = caseNumber };
        return body;
    }

    public static JsonObject FirstRequest(string? number = null, string handling = "complex") => new()
    {
        ["channel"] = "call",
        ["petitioner"] = Person(number),
        ["kind"] = "consultation",
        ["claim"] = "咨询执行款何时发放",
        ["handling"] = handling,
    };

    /// <param name="day">Of the receipt or search; today where null.</param>
    public static JsonObject Routing(string kind = "firstTrial", string? day = null, string? caseNumber = null) => new()
    {
        ["kind"] = kind,
        ["caseNumber"] = caseNumber ?? CaseNumber(),
        [kind == "firstTrial" ? "receivedOn" : "searchedOn"] = day ?? CityTime.Today,
    };

    /// <summary>Ten days with today among them.</summary>
    public static JsonObject Campaign(params string[] courts) => new()
    {
        ["title"] = "集中办访月",
        ["firstDay"] = Day(-5),
        ["lastDay"] = Day(4),
        ["courts"] = new JsonArray([.. courts.Select(c => JsonValue.Create(c))]),
    };

    public static JsonObject Gathered(string caseId, string unit = "dg") => new() { ["caseId"] = caseId, ["unit"] = unit, ["judge"] = "李法官" };

    public static JsonObject ErrandDesk(string name = "一号窗口") => new() { ["name"] = name, ["place"] = "诉讼服务大厅", ["officer"] = "高专员" };

    public static JsonObject Complaint(string deskId, string channel = "visit") => new()
    {
        ["deskId"] = deskId,
        ["channel"] = channel,
        ["content"] = "执行款三个月未发",
        ["name"] = "邹宁一",
        ["phone"] = "10053198970",
    };

    /// <summary>By the supervisor, of the first requests of dg, with one entry that is missing.</summary>
    public static JsonObject OnSiteCheck(string? court = "dg") => new()
    {
        ["court"] = court,
        ["inspectors"] = new JsonArray("检查甲", "检查乙"),
        ["register"] = "firstRequests",
        ["from"] = Day(-30),
        ["to"] = Day(0),
        ["sampled"] = 1,
        ["agreeing"] = 0,
        ["findings"] = new JsonArray(new JsonObject { ["kind"] = "missing", ["text"] = "11 月 3 日来电一件未登记" }),
        ["dueOn"] = Day(7),
    };

    /// <summary>Of 20 open and 30 closed lawsuits, one that may be petitioned about.</summary>
    public static JsonObject Screening(string caseNumber = "（2025）鲁9902民初77号") => new()
    {
        ["openLawsuits"] = 20,
        ["closedLawsuits"] = 30,
        ["found"] = new JsonArray(new JsonObject
        {
            ["caseNumber"] = caseNumber,
            ["stage"] = "closed",
            ["ground"] = "judgment",
            ["risk"] = "一方对判决不服",
            ["measures"] = "判后答疑",
            ["responsible"] = "李法官",
            ["dueOn"] = Day(10),
        }),
    };

    /// <summary>A city month as <c>yyyy-MM</c>, counted from this one.</summary>
    public static string Month(int fromThis) => CityTime.Running.InTheCity().AddMonths(fromThis).ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>A city day, counted from today.</summary>
    public static string Day(int fromToday) => CityTime.Running.InTheCity().AddDays(fromToday).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static async Task<HttpResponseMessage> SendAsync(this HttpClient client, string address, JsonNode body, string? key = null, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Post, address) { Content = JsonContent.Create(body) };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return await client.SendAsync(request);
    }

    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage answer, int status)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(status == (int)answer.StatusCode, $"Expected {status}, got {(int)answer.StatusCode}: {text}");
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
