using System.Text.Json.Nodes;
using Microsoft.Playwright;
using PetitionMesh.Gateway.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace PetitionMesh.Gateway.Tests.Pages;

/// <summary>What arrives while somebody works on a page: news take away nothing that is being written, and no late answer stands for another.</summary>
public sealed class LivePageTests(Browser browser) : IClassFixture<Browser>
{
    [SkippableFact]
    public async Task An_appointment_that_is_being_written_outlasts_the_next_summons()
    {
        await SummonAsync();
        await using var leader = await EnterAsync("leader", "L012");
        var page = leader.Page;
        await Expect(page.Locator("#live")).ToHaveTextAsync("实时");
        await page.Locator("#summonses summary").ClickAsync();
        await page.Locator("#summonses").GetByRole(AriaRole.Button, new() { Name = "确定" }).ClickAsync();
        await Expect(page.Locator("#summonses [data-field=at] .fault")).ToContainTextAsync("此项必填");
        await page.GetByLabel("地点").FillAsync("第三接待室");
        await page.GetByLabel("约定时间").FillAsync($"{Some.Day(1)}T10:00");
        await SummonAsync();
        await Expect(page.Locator("#summonses details")).ToHaveCountAsync(2);
        var written = page.Locator("#summonses details[open]").GetByLabel("约定时间");
        await Expect(written).ToHaveValueAsync($"{Some.Day(1)}T10:00");
        await Expect(written).ToBeFocusedAsync();
        await page.Locator("#summonses details[open]").GetByRole(AriaRole.Button, new() { Name = "确定" }).ClickAsync();
        await Expect(page.Locator("#summonses")).ToContainTextAsync("已约定");
        await Expect(page.Locator("#summonses")).ToContainTextAsync("第三接待室");
        await Expect(page.Locator("#summonses details")).ToHaveCountAsync(1);
    }

    [SkippableFact]
    public async Task An_alert_that_is_being_written_outlasts_the_news()
    {
        var reception = Some.Reception(court: "xs", receivedBy: "L020", caseNumber: Some.CaseNumber());
        var registered = await (await (await browser.Gateway.AsAsync("clerk", "xs")).SendAsync("/api/receptions", reception)).JsonAsync(201);
        await using var office = await EnterAsync("office", "O02", "xs");
        var page = office.Page;
        await Expect(page.Locator("#live")).ToHaveTextAsync("实时");
        await page.Locator("#alert summary").ClickAsync();
        await page.Locator("#alert [name=words]").FillAsync("门前聚集");
        var recusal = new JsonObject { ["ground"] = "decided", ["reason"] = "原审审判长", ["approvedBy"] = "L019" };
        await (await (await browser.Gateway.AsAsync("office", "xs")).SendAsync($"/api/cases/{registered.GetProperty("caseId").GetString()}/recuse", recusal)).JsonAsync(200);
        await Expect(page.Locator("#vacant button.link")).ToHaveCountAsync(1);
        await Expect(page.Locator("#alert [name=words]")).ToHaveValueAsync("门前聚集");
    }

    [SkippableFact]
    public async Task An_answer_that_was_overtaken_is_not_shown_in_place_of_what_was_asked_last()
    {
        await using var office = await EnterAsync("office", "O01");
        var (page, held, release) = (office.Page, new TaskCompletionSource(), new TaskCompletionSource());
        await page.GetByRole(AriaRole.Button, new() { Name = "统计产品" }).ClickAsync();
        await Expect(page.Locator("#product h2")).ToContainTextAsync("信访工作双周通报");
        await page.RouteAsync("**/api/reports/annual*", async route =>
        {
            held.SetResult();
            await release.Task;
            await route.ContinueAsync();
        });
        await page.Locator("[name=product]").SelectOptionAsync("annual");
        await held.Task;
        await page.Locator("[name=product]").SelectOptionAsync("weekly");
        await Expect(page.Locator("#product h2")).ToContainTextAsync("带班领导接访台账");
        var late = await page.RunAndWaitForResponseAsync(() => Task.FromResult(release.TrySetResult()), "**/api/reports/annual*");
        await late.FinishedAsync();
        await page.EvaluateAsync("() => new Promise(done => setTimeout(done))"); // Whatever the answer sets off has run by then.
        await Expect(page.Locator("#product h2")).ToContainTextAsync("带班领导接访台账");
    }

    [SkippableFact]
    public async Task What_an_office_tells_goes_to_the_unit_that_is_shown()
    {
        await using var office = await EnterAsync("office", "O03", "zy");
        var (page, title, release) = (office.Page, office.Page.Locator("#report h2"), new TaskCompletionSource());
        await Expect(title).ToContainTextAsync("日报告");
        var first = await page.Locator("[name=unit]").InputValueAsync();
        var last = (await page.Locator("[name=unit] option").Last.GetAttributeAsync("value"))!;
        var yesterday = $"**/api/daily-reports/{Uri.EscapeDataString(first)}/{Some.Day(-1)}";
        await page.RouteAsync(yesterday, async route =>
        {
            await release.Task;
            await route.ContinueAsync();
        });
        await page.Locator("[name=date]").FillAsync(Some.Day(-1));
        await page.Locator("[name=unit]").SelectOptionAsync(last);
        await Expect(title).ToContainTextAsync(last[3..]);
        var late = await page.RunAndWaitForResponseAsync(() => Task.FromResult(release.TrySetResult()), yesterday);
        await late.FinishedAsync();
        await page.EvaluateAsync("() => new Promise(done => setTimeout(done))"); // Whatever the answer sets off has run by then.
        await Expect(title).ToContainTextAsync(last[3..]);
    }

    /// <summary>W8: somebody of L012's comes again and is received by another.</summary>
    private async Task SummonAsync()
    {
        var (clerk, number, matter) = (await browser.Gateway.AsAsync("clerk"), Some.ResidentNumber(), Some.CaseNumber());
        await (await clerk.SendAsync("/api/receptions", Some.Reception(number, caseNumber: matter))).JsonAsync(201);
        await (await clerk.SendAsync("/api/receptions", Some.Reception(number, receivedBy: "L013", caseNumber: matter))).JsonAsync(201);
    }

    private async Task<OpenPage> EnterAsync(string role, string subject, string court = "dg")
    {
        var page = await browser.OpenAsync("/console");
        await page.Page.Locator("#token").FillAsync(await browser.Gateway.TokenAsync(role, court, subject));
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "进入" }).ClickAsync();
        return page;
    }
}
