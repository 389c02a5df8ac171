using Microsoft.Playwright;
using PetitionMesh.Gateway.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace PetitionMesh.Gateway.Tests.Pages;

/// <summary>The place 现场检查 of the console, in a real browser (Y5).</summary>
public sealed class CheckPageTests(Browser browser) : IClassFixture<Browser>
{
    [SkippableFact]
    public async Task A_check_is_recorded_put_right_by_the_court_and_passed_on_the_page()
    {
        await using var supervisor = await EnterAsync("中院信访部门");
        var page = supervisor.Page;
        await Expect(page.Locator("#found")).ToContainTextAsync("今年还没有现场检查");
        await PressAsync(page.Locator("#place"), "登记");
        await Expect(page.Locator("[data-field=inspectors] .fault")).ToContainTextAsync("此项必填");
        await page.Locator("[name=court]").SelectOptionAsync("dg");
        await page.Locator("[name=inspectors]").FillAsync("检查甲、检查乙");
        await page.Locator("[name=from]").FillAsync(Some.Day(-30));
        await page.Locator("[name=to]").FillAsync(Some.Day(0));
        await page.Locator("[name=sampled]").FillAsync("1");
        await page.Locator("[name=agreeing]").FillAsync("0");
        await page.Locator(".finding input").Last.FillAsync("来电一件未登记");
        await PressAsync(page.Locator("#place"), "登记");
        await Expect(page.Locator("[data-field=dueOn] .fault")).ToContainTextAsync("请填写整改期限");
        await page.Locator("[name=dueOn]").FillAsync(Some.Day(7));
        await PressAsync(page.Locator("#place"), "登记");
        await Expect(page.Locator("#news")).ToContainTextAsync("台账当时有 0 条");
        await Expect(page.Locator("#checks .unit")).ToContainTextAsync("待整改");
        await Expect(page.Locator("#found")).ToContainTextAsync("漏登");

        await using var office = await EnterAsync("基层法院信访部门");
        var line = office.Page.Locator("#checks .unit");
        await PressAsync(line, "打开");
        await Expect(line).ToContainTextAsync("来电一件未登记");
        await line.Locator("[name=measures]").FillAsync("已补登");
        await PressAsync(line, "登记整改");
        await Expect(line).ToContainTextAsync("待复核");

        await page.Locator("[name=ofState]").SelectOptionAsync("rectified");
        await PressAsync(page.Locator("#checks .unit"), "打开");
        await PressAsync(page.Locator("#checks .unit"), "复核合格");
        await Expect(page.Locator("#checks")).ToContainTextAsync("没有现场检查");
        await page.Locator("[name=ofState]").SelectOptionAsync("passed");
        await Expect(page.Locator("#checks .unit")).ToContainTextAsync("整改合格");
        var sheet = await page.RunAndWaitForDownloadAsync(() => PressAsync(page.Locator("#place"), "导出"));
        Assert.Equal("现场检查.xlsx", sheet.SuggestedFilename);

        // The office of the court that checks lists the check; it counts where the ledger is kept.
        await using var above = await browser.OpenAsync("/console");
        await above.Page.Locator("#token").FillAsync(await browser.Gateway.TokenAsync("office", "zy"));
        await above.Page.GetByRole(AriaRole.Button, new() { Name = "进入" }).ClickAsync();
        await above.Page.GetByRole(AriaRole.Button, new() { Name = "现场检查" }).ClickAsync();
        await Expect(above.Page.Locator("#checks .unit")).ToContainTextAsync("整改合格");
        await Expect(above.Page.Locator("#found")).ToHaveTextAsync("本院台账今年还没有现场检查。");
        await page.ReloadAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "现场检查" }).ClickAsync();
        await Expect(page.Locator("#found")).ToContainTextAsync("今年受查 1 次，抽查 1 条，相符 0 条；未发现问题 0 次，按期整改 1 次");
    }

    private async Task<OpenPage> EnterAsync(string who)
    {
        var page = await browser.OpenAsync("/console");
        await page.Page.Locator("#trial").GetByRole(AriaRole.Button, new() { Name = who }).ClickAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "现场检查" }).ClickAsync();
        return page;
    }

    private static Task PressAsync(ILocator within, string name) => within.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
}
