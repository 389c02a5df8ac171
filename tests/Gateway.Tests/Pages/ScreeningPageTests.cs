using Microsoft.Playwright;
using PetitionMesh.Gateway.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace PetitionMesh.Gateway.Tests.Pages;

/// <summary>The place 诉讼案件排查 of the console, in a real browser (S2).</summary>
public sealed class ScreeningPageTests(Browser browser) : IClassFixture<Browser>
{
    [SkippableFact]
    public async Task A_unit_tells_its_month_settles_a_lawsuit_and_the_supervisor_sees_who_has_told()
    {
        await using var office = await EnterAsync("基层法院信访部门");
        var page = office.Page;
        await Expect(page.Locator("#lawsuits")).ToContainTextAsync("尚未报送");
        await PressAsync(page.Locator("#tell"), "报送");
        await Expect(page.Locator("[data-field=openLawsuits] .fault")).ToContainTextAsync("此项必填");
        await page.Locator("[name=openLawsuits]").FillAsync("20");
        await page.Locator("[name=closedLawsuits]").FillAsync("30");
        var row = page.Locator(".lawsuit");
        await row.GetByLabel("案号").FillAsync("(2025)鲁9902民初77号");
        await row.GetByLabel("风险情况").FillAsync("不服判决");
        await row.GetByLabel("化解措施").FillAsync("判后答疑");
        await row.GetByLabel("责任人").FillAsync("李法官");
        await PressAsync(page.Locator("#tell"), "报送");
        await Expect(page.Locator("#units")).ToContainTextAsync("已报 1 个");
        await Expect(page.Locator("#lawsuits")).ToContainTextAsync("判后答疑");

        await page.Locator("#lawsuits summary").ClickAsync();
        await page.Locator("#lawsuits [name=outcome]").FillAsync("已答疑息诉");
        await PressAsync(page.Locator("#lawsuits"), "登记");
        await Expect(page.Locator("#lawsuits")).ToContainTextAsync("已答疑息诉");

        await page.Locator("[name=openLawsuits]").FillAsync("21");
        await page.Locator("[name=reason]").FillAsync("少计一件");
        await PressAsync(page.Locator("#tell"), "更正");
        await Expect(page.Locator("#units")).ToContainTextAsync("有更正");
        await Expect(page.Locator("#lawsuits")).ToContainTextAsync("已答疑息诉");

        await using var supervisor = await EnterAsync("中院信访部门");
        await Expect(supervisor.Page.Locator("#units")).ToContainTextAsync("排查在办 21 件、已结 30 件，有信访风险 1 件，尚未落实 0 件");
        await Expect(supervisor.Page.Locator("#tell")).ToBeHiddenAsync();
    }

    private async Task<OpenPage> EnterAsync(string who)
    {
        var page = await browser.OpenAsync("/console");
        await page.Page.Locator("#trial").GetByRole(AriaRole.Button, new() { Name = who }).ClickAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "诉讼案件排查" }).ClickAsync();
        return page;
    }

    private static Task PressAsync(ILocator within, string name) => within.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
}
