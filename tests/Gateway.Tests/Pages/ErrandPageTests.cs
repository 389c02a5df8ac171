using Microsoft.Playwright;
using PetitionMesh.Gateway.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace PetitionMesh.Gateway.Tests.Pages;

/// <summary>The place 办不成事窗口 of the console, in a real browser (Y6).</summary>
public sealed class ErrandPageTests(Browser browser) : IClassFixture<Browser>
{
    [SkippableFact]
    public async Task A_desk_is_opened_and_a_complaint_circulates_is_checked_and_answered_on_the_page()
    {
        await using var office = await EnterAsync("基层法院信访部门");
        var page = office.Page;
        await Expect(page.Locator("#register-errand")).ToContainTextAsync("本院还没有在用的窗口");
        await page.Locator("[name=deskName]").FillAsync("一号窗口");
        await PressAsync(page, "设立");
        await Expect(page.Locator("#desks [data-field=officer] .fault")).ToContainTextAsync("此项必填");
        await page.Locator("[name=officer]").FillAsync("高专员");
        await PressAsync(page, "设立");
        await Expect(page.Locator("#desks .unit")).ToContainTextAsync("专人 高专员");

        await PressAsync(page, "登记");
        await Expect(page.Locator("[data-field=content] .fault")).ToContainTextAsync("此项必填");
        await page.Locator("[name=content]").FillAsync("执行款三个月未发");
        await page.Locator("[name=name]").FillAsync("邹宁一");
        await page.Locator("[name=alleged]").SelectOptionAsync("delay");
        await PressAsync(page, "登记");
        var line = page.Locator("#errands .unit");
        await Expect(line).ToContainTextAsync("待流转");
        await Expect(page.Locator("[name=content]")).ToBeEmptyAsync();

        await PressAsync(line, "打开");
        await Expect(line).ToContainTextAsync("邹宁一：执行款三个月未发");
        await line.Locator("[name=division]").FillAsync("执行局");
        await PressAsync(line, "流转");
        await Expect(line).ToContainTextAsync($"执行局核查，核查期限 {Some.Day(5)} 24 时");
        await PressAsync(line, "打开");
        await line.Locator("[name=checkedBy]").FillAsync("孙庭长");
        await line.Locator("[name=findings]").FillAsync("经核对卷宗");
        await PressAsync(line, "登记核查");
        await Expect(line.Locator("[data-field=found] .fault")).ToContainTextAsync("禁止行为清单");
        await line.Locator("[name=found]").SelectOptionAsync(["delay", "buckPassing"]);
        await line.Locator("[name=outcome]").SelectOptionAsync("unfounded");
        await Expect(line.Locator("[data-field=found]")).ToBeHiddenAsync();
        await line.Locator("[name=outcome]").SelectOptionAsync("founded");
        await Expect(line.Locator("[name=found]")).ToHaveValuesAsync(Array.Empty<string>());
        await line.Locator("[name=found]").SelectOptionAsync(["delay", "buckPassing"]);
        await PressAsync(line, "登记核查");
        await Expect(line).ToContainTextAsync("推诿扯皮");
        await Expect(page.Locator("#conduct .ladder")).ToHaveTextAsync("推诿扯皮1拖延不办1");

        await PressAsync(line, "打开");
        await line.Locator("[name=answeredBy]").FillAsync("高专员");
        await line.Locator("[name=answer]").FillAsync("已发放");
        await PressAsync(line, "答复");
        await Expect(line).ToContainTextAsync("已答复");
        await page.Locator("[name=ofState]").SelectOptionAsync("circulating");
        await Expect(page.Locator("#errands")).ToContainTextAsync("没有办不成事反映");
        var sheet = await page.RunAndWaitForDownloadAsync(() => PressAsync(page, "导出"));
        Assert.Equal("办不成事反映.xlsx", sheet.SuggestedFilename);

        await page.Locator("#desks summary", new() { HasText = "另行指定专人" }).ClickAsync();
        await page.Locator("[name=newOfficer]").FillAsync("尹专员");
        await page.Locator("[name=officerReason]").FillAsync("轮岗");
        await PressAsync(page, "指定");
        await Expect(page.Locator("#desks .unit")).ToContainTextAsync("专人 尹专员");
        await page.Locator("#desks summary", new() { HasText = "撤销窗口" }).ClickAsync();
        await page.Locator("[name=closeReason]").FillAsync("合并");
        await PressAsync(page, "撤销");
        await Expect(page.Locator("#desks .unit")).ToContainTextAsync("已撤销");
        await Expect(page.Locator("#register-errand")).ToContainTextAsync("本院还没有在用的窗口");
    }

    [SkippableFact]
    public async Task The_supervisor_sees_the_desks_of_the_city_and_a_judge_the_courts_without_what_was_said_there()
    {
        var office = await browser.Gateway.AsAsync("office", "xs");
        var desk = await (await office.SendAsync("/api/errand-desks", Some.ErrandDesk("西山窗口"))).JsonAsync(201);
        await (await office.SendAsync("/api/complaints", Some.Complaint(desk.GetProperty("deskId").GetString()!))).JsonAsync(201);
        await using var supervisor = await EnterAsync("中院信访部门");
        await Expect(supervisor.Page.Locator("#desks")).ToContainTextAsync("西山窗口");
        await Expect(supervisor.Page.Locator("#errands")).ToContainTextAsync("西山窗口");
        await Expect(supervisor.Page.Locator("#conduct")).ToContainTextAsync("西山窗口");
        await Expect(supervisor.Page.Locator("#register-errand")).ToBeEmptyAsync();

        await using var page = await browser.OpenAsync("/console");
        await page.Page.Locator("#token").FillAsync(await browser.Gateway.TokenAsync("judge", "xs"));
        await PressAsync(page.Page, "进入");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "办不成事窗口" }).ClickAsync();
        await Expect(page.Page.Locator("#desks")).ToContainTextAsync("专人 高专员");
        await Expect(page.Page.Locator("#errands")).ToHaveCountAsync(0);
    }

    private async Task<OpenPage> EnterAsync(string who)
    {
        var page = await browser.OpenAsync("/console");
        await page.Page.Locator("#trial").GetByRole(AriaRole.Button, new() { Name = who }).ClickAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "办不成事窗口" }).ClickAsync();
        return page;
    }

    private static Task PressAsync(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();

    private static Task PressAsync(ILocator within, string name) => within.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
}
