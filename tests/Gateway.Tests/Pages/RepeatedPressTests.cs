using Microsoft.Playwright;
using PetitionMesh.Gateway.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace PetitionMesh.Gateway.Tests.Pages;

/// <summary>Forms of the console that are pressed again: what counted counts once, and what is written next is another one.</summary>
public sealed class RepeatedPressTests(Browser browser) : IClassFixture<Browser>
{
    [SkippableFact]
    public async Task A_form_that_stays_is_empty_for_the_next_one_and_takes_it()
    {
        await using var supervisor = await EnterAsync("中院信访部门", "现场检查");
        var page = supervisor.Page;
        foreach (var inspector in new[] { "检查甲", "检查乙" })
        {
            await WriteAsync(page, "nw", inspector);
            await PressAsync(page, "登记");
            await Expect(page.Locator("[name=inspectors]")).ToHaveValueAsync("");
            await Expect(page.Locator(".side form > .fault")).ToBeEmptyAsync();
        }
        Assert.Equal(2, (await (await (await browser.Gateway.AsAsync("office", "nw")).GetAsync("/api/on-site-checks")).JsonAsync(200)).GetProperty("items").GetArrayLength());
    }

    [SkippableFact]
    public async Task What_counted_is_not_done_twice_where_only_the_page_could_not_be_brought_up_to_date()
    {
        await using var office = await EnterAsync("基层法院信访部门", "现场检查");
        var page = office.Page;
        await Expect(page.Locator("#checks")).Not.ToBeEmptyAsync();
        await page.RouteAsync("**/api/on-site-checks?limit=*", route => route.FulfillAsync(new() { Status = 500, Body = "" }));
        var before = await CountAsync();
        await WriteAsync(page, "dg", "检查丙");
        await PressAsync(page, "登记");
        await Expect(page.Locator(".side form > .fault")).ToContainTextAsync("已办理，但页面没有更新");
        await page.UnrouteAsync("**/api/on-site-checks?limit=*");
        await PressAsync(page, "登记");
        await Expect(page.Locator("[name=inspectors]")).ToHaveValueAsync("");
        Assert.Equal(before + 1, await CountAsync());

        async Task<int> CountAsync() =>
            (await (await (await browser.Gateway.AsAsync("office")).GetAsync("/api/on-site-checks")).JsonAsync(200)).GetProperty("items").GetArrayLength();
    }

    [SkippableFact]
    public async Task A_finding_without_its_text_is_asked_for_and_not_left_out()
    {
        await using var supervisor = await EnterAsync("中院信访部门", "现场检查");
        var page = supervisor.Page;
        await WriteAsync(page, "xs", "检查丁");
        await page.Locator(".finding input").First.FillAsync("第7号");
        await page.Locator(".finding input").Last.FillAsync("");
        await PressAsync(page, "登记");
        await Expect(page.Locator("[data-field=findings] .fault")).ToContainTextAsync("情况");
    }

    [SkippableFact]
    public async Task A_first_request_that_is_registered_is_not_called_unregistered_where_its_list_cannot_be_shown()
    {
        await using var clerk = await EnterAsync("窗口工作人员", "首诉登记");
        var page = clerk.Page;
        await Expect(page.Locator("#open")).ToContainTextAsync("没有未办结的首诉");
        await page.RouteAsync("**/api/first-requests?status=open*", route => route.FulfillAsync(new() { Status = 500, Body = "" }));
        await page.Locator("[name=idType]").SelectOptionAsync("none");
        await page.Locator("[name=claim]").FillAsync("询问立案进度");
        await page.Locator("[name=handling]").SelectOptionAsync("complex");
        await page.Locator("#register").ClickAsync();
        await Expect(page.Locator("#result")).ToContainTextAsync("已登记");
        await Expect(page.Locator("#news")).ToContainTextAsync("服务器答复异常");
        await Expect(page.Locator("#result")).Not.ToContainTextAsync("未登记");
    }

    private static async Task WriteAsync(IPage page, string court, string inspector)
    {
        await page.Locator("[name=court]").SelectOptionAsync(court);
        await page.Locator("[name=inspectors]").FillAsync(inspector);
        await page.Locator("[name=from]").FillAsync(Some.Day(-30));
        await page.Locator("[name=to]").FillAsync(Some.Day(0));
        await page.Locator("[name=sampled]").FillAsync("1");
        await page.Locator("[name=agreeing]").FillAsync("0");
        await page.Locator(".finding input").Last.FillAsync("来电一件未登记");
        await page.Locator("[name=dueOn]").FillAsync(Some.Day(7));
    }

    private async Task<OpenPage> EnterAsync(string who, string place)
    {
        var page = await browser.OpenAsync("/console");
        await page.Page.Locator("#trial").GetByRole(AriaRole.Button, new() { Name = who }).ClickAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = place }).ClickAsync();
        return page;
    }

    private static Task PressAsync(IPage page, string name) => page.Locator("#place").GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
}
