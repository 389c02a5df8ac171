using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using PetitionMesh.Gateway.Tests.Running;
using PetitionMesh.Grains.Sweeping;

namespace PetitionMesh.Gateway.Tests.Summonses;

/// <summary>W8 over HTTP: sent, answered, measured, escalated; and the owner's desk.</summary>
public sealed class SummonsTests : IAsyncLifetime
{
    private readonly SettableTime _time = new();
    private RunningGateway _gateway = null!;

    public async Task InitializeAsync() => _gateway = await RunningGateway.StartAsync(customise: b => b.Services.AddSingleton<TimeProvider>(_time));

    public Task DisposeAsync() => _gateway.DisposeAsync().AsTask();

    [Fact]
    public async Task A_return_visit_lies_on_the_owners_desk_until_he_has_attended()
    {
        var (id, caseId) = await SummonAsync();
        var sent = Assert.Single((await DeskAsync()).GetProperty("summonses").EnumerateArray());
        Assert.Equal(("sent", id), (sent.GetProperty("status").GetString(), sent.GetProperty("summonsId").GetString()));

        _time.Advance(TimeSpan.FromMinutes(6));
        await (await OwnerAsync(id, "acknowledge")).JsonAsync(200);
        _time.Advance(TimeSpan.FromMinutes(10));
        var attended = await (await OwnerAsync(id, "attend")).JsonAsync(200);
        Assert.Equal("attended", attended.GetProperty("status").GetString());
        Assert.Equal(6, (attended.GetProperty("answeredAt").GetDateTimeOffset() - attended.GetProperty("sentAt").GetDateTimeOffset()).TotalMinutes);

        var desk = await DeskAsync();
        var owned = Assert.Single(desk.GetProperty("cases").EnumerateArray());
        Assert.Equal((caseId, 2, 0, 0), (
            owned.GetProperty("caseId").GetString(),
            owned.GetProperty("receptions").GetInt32(),
            owned.GetProperty("daysSinceFirst").GetInt32(),
            owned.GetProperty("daysInHands").GetInt32()));
        Assert.Empty(desk.GetProperty("due").EnumerateArray());
        Assert.Equal((1, 0, 3), (
            desk.GetProperty("year").GetProperty("receptions").GetInt32(),
            desk.GetProperty("year").GetProperty("resolved").GetInt32(),
            desk.GetProperty("year").GetProperty("target").GetInt32()));
    }

    [Fact]
    public async Task The_days_in_hands_and_since_the_first_reception_are_counted_by_the_city_day()
    {
        await SummonAsync();
        _time.Advance(TimeSpan.FromDays(11));
        var owned = Assert.Single((await DeskAsync()).GetProperty("cases").EnumerateArray());
        Assert.Equal((11, 11), (owned.GetProperty("daysSinceFirst").GetInt32(), owned.GetProperty("daysInHands").GetInt32()));
    }

    [Fact]
    public async Task An_arranged_meeting_is_due_on_the_desk_and_then_kept()
    {
        var (id, _) = await SummonAsync();
        var at = _time.GetUtcNow().AddHours(20);
        var body = new JsonObject { ["mode"] = "video", ["at"] = at.ToString("O"), ["place"] = "远程接访室" };
        var arranged = await (await OwnerAsync(id, "arrange", body)).JsonAsync(200);
        Assert.Equal("video", arranged.GetProperty("meeting").GetProperty("mode").GetString());
        var due = Assert.Single((await DeskAsync()).GetProperty("due").EnumerateArray());
        Assert.Equal(("meeting", "dueSoon"), (due.GetProperty("kind").GetString(), due.GetProperty("state").GetString()));

        await (await OwnerAsync(id, "miss", new JsonObject())).IsProblemAsync(HttpStatusCode.UnprocessableEntity, "meeting-ahead");
        _time.Advance(TimeSpan.FromHours(21));
        var kept = await (await OwnerAsync(id, "keep")).JsonAsync(200);
        Assert.Equal("kept", kept.GetProperty("status").GetString());
    }

    [Fact]
    public async Task What_is_so_already_keeps_its_key_too_so_that_another_body_under_it_is_noticed()
    {
        var (id, _) = await SummonAsync();
        await (await OwnerAsync(id, "attend", key: "attended")).JsonAsync(200);
        var already = await (await OwnerAsync(id, "attend", new JsonObject(), "again")).JsonAsync(200);
        var other = new JsonObject { ["at"] = _time.GetUtcNow().ToString("O") };
        await (await OwnerAsync(id, "attend", other, "again")).IsProblemAsync(HttpStatusCode.UnprocessableEntity, "idempotency-key-reused");
        Assert.Equal(already.GetRawText(), (await (await OwnerAsync(id, "attend", new JsonObject(), "again")).JsonAsync(200)).GetRawText());
    }

    [Fact]
    public async Task Nobody_answering_in_time_is_escalated_once_by_the_one_sweeper_of_the_court()
    {
        var (id, caseId) = await SummonAsync();
        _time.Advance(TimeSpan.FromMinutes(29));
        await SweepAsync("xs");
        Assert.Equal("sent", await StatusAsync(id));
        _time.Advance(TimeSpan.FromMinutes(2));
        await Task.WhenAll(SweepAsync("xs"), SweepAsync("xs"));
        _time.Advance(TimeSpan.FromMinutes(5));
        await SweepAsync("xs");
        Assert.Equal("escalated", await StatusAsync(id));
        var history = await (await (await _gateway.AsAsync("office")).GetAsync($"/api/cases/{caseId}/history")).JsonAsync(200);
        Assert.Single(history.GetProperty("items").EnumerateArray(), e => e.GetProperty("kind").GetString() == "case.summons-escalated.v1");
        var due = Assert.Single((await DeskAsync()).GetProperty("due").EnumerateArray());
        Assert.Equal(("summons", "W8", "overdue"), (due.GetProperty("kind").GetString(), due.GetProperty("rule").GetString(), due.GetProperty("state").GetString()));
    }

    [Fact]
    public async Task A_repeat_with_the_same_key_is_answered_byte_for_byte_and_another_body_is_refused()
    {
        var (id, _) = await SummonAsync();
        var first = await (await OwnerAsync(id, "acknowledge", key: "k1")).Content.ReadAsStringAsync();
        await OwnerAsync(id, "attend");
        Assert.Equal(first, await (await OwnerAsync(id, "acknowledge", key: "k1")).Content.ReadAsStringAsync());
        await (await OwnerAsync(id, "attend", new JsonObject(), key: "k1")).IsProblemAsync(HttpStatusCode.UnprocessableEntity, "idempotency-key-reused");
    }

    [Theory]
    [InlineData("""{"mode":"video"}""", HttpStatusCode.BadRequest, "malformed")]
    [InlineData("""{"mode":"walk","at":"2030-01-01T00:00:00Z"}""", HttpStatusCode.BadRequest, "malformed")]
    [InlineData("""{"mode":"onSite","at":"2030-01-01T00:00:00Z","place":"某路 1 号"}""", HttpStatusCode.UnprocessableEntity, "invalid")]
    [InlineData("""{"mode":"video","at":"2001-01-01T00:00:00Z"}""", HttpStatusCode.UnprocessableEntity, "meeting-past")]
    [InlineData("""{"mode":"video","at":"2100-01-01T00:00:00Z"}""", HttpStatusCode.UnprocessableEntity, "meeting-too-far")]
    public async Task What_cannot_be_arranged_is_refused_with_its_rule(string body, HttpStatusCode status, string slug)
    {
        var (id, _) = await SummonAsync();
        var problem = await (await OwnerAsync(id, "arrange", (JsonObject)JsonNode.Parse(body)!)).IsProblemAsync(status, slug);
        if (slug.StartsWith("meeting", StringComparison.Ordinal))
            Assert.Equal("W8", problem.GetProperty("rule").GetString());
    }

    [Fact]
    public async Task Others_may_not_answer_and_an_unknown_summons_is_not_found()
    {
        var (id, _) = await SummonAsync();
        await (await (await _gateway.AsAsync("leader", subject: "L013")).PostAsync($"/api/summonses/{id}/acknowledge", null)).IsProblemAsync(HttpStatusCode.Forbidden, "not-your-summons");
        await (await (await _gateway.AsAsync("clerk", "kf")).PostAsync($"/api/summonses/{id}/attend", null)).IsProblemAsync(HttpStatusCode.NotFound, "not-found");
        await (await OwnerAsync(Guid.NewGuid().ToString(), "acknowledge")).IsProblemAsync(HttpStatusCode.NotFound, "not-found");
        await (await (await _gateway.AsAsync("leader", subject: "L013")).GetAsync("/api/leaders/L012/desk")).IsProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        await (await (await _gateway.AsAsync("office", "kf")).GetAsync("/api/leaders/L012/events")).IsProblemAsync(HttpStatusCode.Forbidden, "forbidden");
    }

    private async Task<(string Summons, string Case)> SummonAsync()
    {
        var number = Some.ResidentNumber();
        var lawsuit = Some.CaseNumber();
        await (await (await _gateway.AsAsync("clerk")).SendAsync("/api/receptions", Some.Reception(number, caseNumber: lawsuit))).JsonAsync(201);
        var again = await (await (await _gateway.AsAsync("clerk", "xs")).SendAsync("/api/receptions", Some.Reception(number, "xs", receivedBy: "L020", caseNumber: lawsuit))).JsonAsync(201);
        return (again.GetProperty("summons").GetProperty("summonsId").GetString()!, again.GetProperty("caseId").GetString()!);
    }

    private async Task<HttpResponseMessage> OwnerAsync(string id, string act, JsonObject? body = null, string? key = null)
    {
        var owner = await _gateway.AsAsync("leader", subject: "L012");
        if (body is not null)
            return await owner.SendAsync($"/api/summonses/{id}/{act}", body, key);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/summonses/{id}/{act}");
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return await owner.SendAsync(request);
    }

    private async Task<JsonElement> DeskAsync() =>
        await (await (await _gateway.AsAsync("leader", subject: "L012")).GetAsync("/api/leaders/L012/desk")).JsonAsync(200);

    private async Task<string?> StatusAsync(string id) => (await DeskAsync()).GetProperty("summonses").EnumerateArray()
        .Single(s => s.GetProperty("summonsId").GetString() == id).GetProperty("status").GetString();

    private Task<int> SweepAsync(string court) =>
        _gateway.Services.GetRequiredService<IGrainFactory>().GetGrain<ICourtSweepGrain>(court).SweepAsync(_time.GetUtcNow(), TimeSpan.FromSeconds(15));
}
