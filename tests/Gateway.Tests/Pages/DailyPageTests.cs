using Microsoft.Playwright;
using PetitionMesh.Gateway.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace PetitionMesh.Gateway.Tests.Pages;

/// <summary>The place 本院今日 of a petition office, in a real browser (J11, J2, W3).</summary>
public sealed class DailyPageTests(Browser browser) : IClassFixture<Browser>
{
    [SkippableFact]
    public async Task An_office_reports_nothing_then_corrects_it_alerts_and_names_who_can_be_reached()
    {
        await using var office = await EnterAsync();
        var page = office.Page;
        await Expect(page.Locator("#live")).ToHaveTextAsync("实时");
        await PressAsync(page.Locator("#report"), "零报告");
        await Expect(page.Locator("#report h2")).ToContainTextAsync("零报告");

        await (await (await browser.Gateway.AsAsync("clerk")).SendAsync("/api/receptions", Some.Reception())).JsonAsync(201);
        await page.Locator("[name=date]").DispatchEventAsync("change");
        await Expect(page.Locator("#report h2")).ToContainTextAsync("与登记不符");
        await page.Locator("#report summary", new() { HasText = "更正" }).ClickAsync();
        await PressAsync(page.Locator("#report"), "更正");
        await Expect(page.Locator("#report [data-field=reason] .fault")).Not.ToBeEmptyAsync();
        await page.Locator("#report [name=reason]").FillAsync("报送后又有登记");
        await PressAsync(page.Locator("#report"), "更正");
        await Expect(page.Locator("#report")).ToContainTextAsync("更正：报送后又有登记");
        await Expect(page.Locator("#report h2")).Not.ToContainTextAsync("与登记不符");

        await page.Locator("#alert summary").ClickAsync();
        await page.Locator("#alert [name=headcount]").FillAsync("6");
        await page.Locator("#alert [name=kind]").SelectOptionAsync("collectiveVisit");
        await PressAsync(page.Locator("#alert"), "立即报告");
        await Expect(page.Locator("#alert [data-field=words] .fault")).Not.ToBeEmptyAsync();
        await page.Locator("#alert [name=words]").FillAsync("门前聚集");
        await PressAsync(page.Locator("#alert"), "立即报告");
        await Expect(page.Locator("#told .unit")).ToContainTextAsync("集体访");
        await Expect(page.Locator("#told .unit")).ToContainTextAsync("尚未签收");

        await Expect(page.Locator("#told")).ToContainTextAsync("暂由负责人担任");
        await page.Locator("#contact summary").ClickAsync();
        await page.Locator("[name=contactName]").FillAsync("周值守");
        await page.Locator("[name=contactPost]").FillAsync("科员");
        await page.Locator("[name=contactPhone]").FillAsync("0531-8899");
        await PressAsync(page.Locator("#contact"), "更换");
        await Expect(page.Locator("#told")).ToContainTextAsync("周值守，科员，0531-8899");
    }

    [SkippableFact]
    public async Task A_matter_whose_owner_recuses_himself_comes_onto_the_offices_open_page()
    {
        var number = Some.CaseNumber();
        var reception = Some.Reception(court: "xs", receivedBy: "L020", caseNumber: number);
        var registered = await (await (await browser.Gateway.AsAsync("clerk", "xs")).SendAsync("/api/receptions", reception)).JsonAsync(201);
        await using var office = await browser.OpenAsync("/console");
        await office.Page.Locator("#token").FillAsync(await browser.Gateway.TokenAsync("office", "xs"));
        await office.Page.GetByRole(AriaRole.Button, new() { Name = "进入" }).ClickAsync();
        await Expect(office.Page.Locator("#live")).ToHaveTextAsync("实时");
        await Expect(office.Page.Locator("#vacant")).ToContainTextAsync("没有这样的事项");
        await (await (await browser.Gateway.AsAsync("office", "xs")).SendAsync(
            $"/api/cases/{registered.GetProperty("caseId").GetString()}/recuse",
            new System.Text.Json.Nodes.JsonObject { ["ground"] = "decided", ["reason"] = "原审审判长", ["approvedBy"] = "L019" })).JsonAsync(200);
        await Expect(office.Page.Locator("#news")).ToContainTextAsync("有包案领导回避");
        await Expect(office.Page.Locator("#vacant button.link")).ToContainTextAsync(number.Replace('（', '(').Replace('）', ')'));
    }

    private async Task<OpenPage> EnterAsync()
    {
        var page = await browser.OpenAsync("/console");
        await page.Page.Locator("#trial").GetByRole(AriaRole.Button, new() { Name = "基层法院信访部门" }).ClickAsync();
        return page;
    }

    private static Task PressAsync(ILocator within, string name) => within.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
}
