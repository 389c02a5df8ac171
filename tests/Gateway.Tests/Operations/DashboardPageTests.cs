using Microsoft.Playwright;
using PetitionMesh.Gateway.Tests.Pages;
using static Microsoft.Playwright.Assertions;

namespace PetitionMesh.Gateway.Tests.Operations;

/// <summary>The dashboard as an operator opens it.</summary>
public sealed class DashboardPageTests(Browser browser) : IClassFixture<Browser>
{
    [SkippableFact]
    public async Task It_opens_from_the_console_and_is_no_wider_than_a_telephone()
    {
        await using var page = await browser.OpenAsync("/console");
        await page.Page.SetViewportSizeAsync(360, 800);
        await page.Page.Locator("#token").FillAsync(await browser.Gateway.TokenAsync("ops"));
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "进入" }).ClickAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "运行面板" }).ClickAsync();
        await Expect(page.Page.Locator("#said")).ToContainTextAsync("每 2 秒更新");
        Assert.Equal(360, await page.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }
}
