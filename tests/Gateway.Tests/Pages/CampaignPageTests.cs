using System.Text.Json.Nodes;
using Microsoft.Playwright;
using PetitionMesh.Gateway.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace PetitionMesh.Gateway.Tests.Pages;

/// <summary>The place 集中办访月 of the console, in a real browser (L1 to L7).</summary>
public sealed class CampaignPageTests(Browser browser) : IClassFixture<Browser>
{
    [SkippableFact]
    public async Task A_campaign_is_opened_a_case_gathered_and_received_level_by_level_on_the_page()
    {
        await using var city = await EnterAsync("中院信访部门");
        await Expect(city.Page.Locator("#picture")).ToContainTextAsync("还没有集中办访月");
        await city.Page.Locator("[name=title]").FillAsync("2026年集中办访月");
        await city.Page.Locator("[name=firstDay]").FillAsync(Some.Day(1));
        await city.Page.Locator("[name=lastDay]").FillAsync(Some.Day(0));
        await PressAsync(city.Page, "开展");
        await Expect(city.Page.Locator("[data-field=lastDay] .fault")).ToContainTextAsync("截止日期早于起始日期");
        await city.Page.Locator("[name=firstDay]").FillAsync(Some.Day(-3));
        await PressAsync(city.Page, "开展");
        await Expect(city.Page.Locator("#picture")).ToContainTextAsync("尚未列入事项");

        var number = Some.CaseNumber();
        await (await (await browser.Gateway.AsAsync("clerk")).SendAsync("/api/receptions", Some.Reception(caseNumber: number))).JsonAsync(201);
        await using var office = await EnterAsync("基层法院信访部门");
        var page = office.Page;
        await page.Locator("[name=number]").FillAsync("查无");
        await PressAsync(page, "查找");
        await Expect(page.Locator("[data-field=caseNumber] .fault")).Not.ToBeEmptyAsync();
        await page.Locator("[name=number]").FillAsync(number);
        await PressAsync(page, "查找");
        await page.Locator("#found [name=judge]").FillAsync("李法官");
        await PressAsync(page, "列入");
        var line = page.Locator("#ledger .unit");
        await Expect(line).ToContainTextAsync("包案领导 曹景和");
        await Expect(page.Locator("#picture")).ToContainTextAsync("共 1 件，已销号 0 件");

        await OpenAsync(line);
        await UnfoldAsync(line, "销号");
        await PressAsync(line, "销号");
        await Expect(line.Locator("details[open] [data-field=reason] .fault")).ToContainTextAsync("此项必填");
        await PressAsync(line, "登记接访");
        await Expect(line).ToContainTextAsync("信访人员");
        await OpenAsync(line);
        await line.Locator("[name=level]").SelectOptionAsync("handlingJudge");
        await line.Locator("[name=result]").FillAsync("已释明");
        await PressAsync(line, "登记接访");
        await OpenAsync(line);
        await Expect(line).ToContainTextAsync("承办法官李法官接访：已释明");
        await UnfoldAsync(line, "列为重点案件");
        await line.Locator("[name=team]").FillAsync("曹景和、李法官");
        await line.Locator("[name=keyReason]").FillAsync("涉众");
        await PressAsync(line, "列为重点案件");
        await Expect(line).ToContainTextAsync("重点案件尚无化解方案");
        await OpenAsync(line);
        await UnfoldAsync(line, "共同办理");
        await line.Locator("[name=sharedWith]").SelectOptionAsync("xs");
        await PressAsync(line, "共同办理");
        await Expect(line.GetByRole(AriaRole.Button, new() { Name = "打开" })).ToBeVisibleAsync();
        await OpenAsync(line);
        await UnfoldAsync(line, "归入批次");
        await PressAsync(line, "归入批次");
        await Expect(page.Locator("#picture .ladder").Last).ToContainTextAsync("评查1");
        await OpenAsync(line);
        await UnfoldAsync(line, "更换承办法官");
        await line.Locator("[name=newJudge]").FillAsync("赵法官");
        await line.Locator("[name=changeReason]").FillAsync("调离");
        await PressAsync(line, "更换");
        await Expect(line).ToContainTextAsync("承办法官 赵法官");
        await page.Locator("[name=ofLevel]").SelectOptionAsync("president");
        await Expect(page.Locator("#ledger")).ToContainTextAsync("没有事项");

        var sheet = await page.RunAndWaitForDownloadAsync(() => PressAsync(page, "导出"));
        Assert.Equal("集中办访月台账.xlsx", sheet.SuggestedFilename);
    }

    [SkippableFact]
    public async Task Many_cases_are_gathered_from_the_ledger_and_what_is_refused_says_why()
    {
        var supervisor = await browser.Gateway.AsAsync("supervisor", "zy");
        var opened = new JsonObject { ["title"] = "多件列入", ["firstDay"] = Some.Day(-1), ["lastDay"] = Some.Day(20), ["courts"] = new JsonArray("xs") };
        var campaign = (await (await supervisor.SendAsync("/api/campaigns", opened)).JsonAsync(201)).GetProperty("campaignId").GetString()!;
        var clerk = await browser.Gateway.AsAsync("clerk", "xs");
        var cases = new List<string>();
        for (var i = 0; i < 3; i++)
            cases.Add((await (await clerk.SendAsync("/api/receptions", Some.Reception(court: "xs", receivedBy: "L020", caseNumber: Some.CaseNumber()))).JsonAsync(201)).GetProperty("caseId").GetString()!);

        await using var office = await browser.OpenAsync("/console");
        var page = office.Page;
        await page.Locator("#token").FillAsync(await browser.Gateway.TokenAsync("office", "xs"));
        await PressAsync(page, "进入");
        await PressAsync(page, "集中办访月");
        await page.Locator("[name=campaign]").SelectOptionAsync(campaign);
        await PressAsync(page, "从信访台账选入");
        await Expect(page.Locator("#many [name=judgeOf]")).ToHaveCountAsync(3);
        await PressAsync(page, "列入已填承办法官的");
        await Expect(page.Locator("#many")).ToContainTextAsync("请先填写");
        await page.Locator("#many [name=judgeOf]").Nth(0).FillAsync("李法官");
        await page.Locator("#many [name=judgeOf]").Nth(1).FillAsync("王法官");
        var meanwhile = new JsonObject { ["caseId"] = cases[1], ["unit"] = "xs", ["judge"] = "赵法官" }; // In the middle, whichever way they are listed.
        await (await supervisor.SendAsync($"/api/campaigns/{campaign}/cases", meanwhile)).JsonAsync(201);
        await PressAsync(page, "列入已填承办法官的");
        await Expect(page.Locator("#many")).ToContainTextAsync("已列入 1 / 2 件，未列入 1 件");
        await Expect(page.Locator("#many td .fault").Nth(0)).ToContainTextAsync("已列入本次台账");
        await PressAsync(page, "从信访台账选入");
        await Expect(page.Locator("#many [name=judgeOf]")).ToHaveCountAsync(1);
        await page.Locator("#many [name=judgeOf]").FillAsync("钱法官");
        await PressAsync(page, "列入已填承办法官的");
        await Expect(page.Locator("#picture")).ToContainTextAsync("共 3 件");
    }

    private async Task<OpenPage> EnterAsync(string who)
    {
        var page = await browser.OpenAsync("/console");
        await page.Page.Locator("#trial").GetByRole(AriaRole.Button, new() { Name = who }).ClickAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "集中办访月" }).ClickAsync();
        return page;
    }

    private static Task OpenAsync(ILocator line) => PressAsync(line, "打开");

    private static Task UnfoldAsync(ILocator line, string step) => line.Locator("summary", new() { HasText = step }).ClickAsync();

    private static Task PressAsync(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();

    private static Task PressAsync(ILocator within, string name) => within.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
}
