using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using PetitionMesh.Gateway.Tests.Rosters;
using PetitionMesh.Gateway.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace PetitionMesh.Gateway.Tests.Pages;

/// <summary>The places 值班表 and 领导接待日 of the console, in a real browser (W2, W16, W17, S7). Each test has a month of its own.</summary>
public sealed class RosterPageTests(Browser browser) : IClassFixture<Browser>
{
    [SkippableFact]
    public async Task An_office_drafts_a_month_publishes_it_and_arranges_a_day()
    {
        var month = Some.Month(1);
        await using var office = await EnterAsync("office", "O01", "值班表");
        var page = office.Page;
        await page.Locator("[name=month]").FillAsync(month);
        await Expect(page.Locator("#roster h2")).ToContainTextAsync("未公布");
        await PressAsync(page.Locator("#roster"), "自动排班");
        await Expect(page.Locator("#news")).ToContainTextAsync("没有空缺");
        await PressAsync(page.Locator("#roster"), "公布");
        await Expect(page.Locator("#roster h2")).ToContainTextAsync("已公布，第 1 版");

        var day = page.Locator(".calendar button:not(.off)").First;
        await day.ClickAsync();
        await page.Locator("#arrange summary").ClickAsync();
        await page.Locator("#arrange [name=morning]").SelectOptionAsync("");
        await PressAsync(page.Locator("#arrange"), "保存");
        await Expect(day).ToContainTextAsync("上午 空缺");
        await Expect(page.Locator("#roster h2")).ToContainTextAsync("第 2 版");

        await page.Locator("#arrange summary").ClickAsync();
        await page.Locator("#arrange [name=morning]").SelectOptionAsync("L018");
        var date = await day.GetAttributeAsync("data-date");
        await (await (await browser.Gateway.AsAsync("office")).SendAsync($"/api/rosters/dg/{date}", September.Day("L011", "L016"), method: HttpMethod.Put)).JsonAsync(200);
        await PressAsync(page.Locator("#arrange"), "保存");
        await Expect(page.Locator("#arrange")).ToContainTextAsync("重新读取最新内容");
        await page.Locator("[name=month]").DispatchEventAsync("change");
        await Expect(day).ToContainTextAsync("上午 方朗");
    }

    [SkippableFact]
    public async Task Two_leaders_swap_on_their_pages_and_leave_leaves_a_gap()
    {
        var month = Some.Month(2);
        var days = await DraftAsync(month);
        await ArrangeAsync(days[0], September.Day("L012", "L011"));
        await ArrangeAsync(days[1], September.Day("L014", "L013"));
        await using var one = await EnterAsync("leader", "L012", "值班表");
        await one.Page.Locator("[name=month]").FillAsync(month);
        await Expect(one.Page.Locator($"[data-date='{days[0]}'] .mine")).ToHaveTextAsync("上午 曹景和");
        await one.Page.Locator("#swaps summary").ClickAsync();
        await one.Page.Locator("[name=mine]").SelectOptionAsync(new SelectOptionValue { Label = $"{Written(days[0])}上午" });
        await one.Page.Locator("[name=theirs]").SelectOptionAsync(new SelectOptionValue { Label = $"{Written(days[1])}下午 谢中维" });
        await PressAsync(one.Page.Locator("#swaps"), "提出");
        await Expect(one.Page.Locator("#swaps")).ToContainTextAsync("待对方同意");

        await using var other = await EnterAsync("leader", "L013", "值班表");
        await other.Page.Locator("[name=month]").FillAsync(month);
        await PressAsync(other.Page.Locator("#swaps"), "同意");
        await Expect(other.Page.Locator("#swaps")).ToContainTextAsync("已换班");
        await Expect(other.Page.Locator($"[data-date='{days[0]}'] .mine")).ToHaveTextAsync("上午 谢中维");

        await other.Page.Locator("#away summary").ClickAsync();
        await other.Page.Locator("#away [name=leaveFrom]").FillAsync(days[0]);
        await other.Page.Locator("#away [name=leaveTo]").FillAsync(days[0]);
        await PressAsync(other.Page.Locator("#away"), "请假");
        await Expect(other.Page.Locator($"[data-date='{days[0]}']")).ToContainTextAsync("上午 空缺");
    }

    [SkippableFact]
    public async Task A_swap_reaches_into_the_next_month_and_leaves_reception_days_alone()
    {
        var (days, later) = (await DraftAsync(Some.Month(3), "xs"), await DraftAsync(Some.Month(4), "xs"));
        await ArrangeAsync(days[0], September.Day("L020", "L019"), "xs");
        await ArrangeAsync(later[0], September.Day("L021", "L022"), "xs");
        await ArrangeAsync(days[1], September.Day("L019", "L020"), "xs");
        var reception = new JsonObject { ["leader"] = "L021", ["shift"] = "morning", ["place"] = "一楼接待室", ["capacity"] = 4 };
        await (await (await browser.Gateway.AsAsync("office", "xs")).SendAsync($"/api/reception-days/xs/{days[1]}", reception)).JsonAsync(200);
        await using var leader = await EnterAsync("leader", "L020", "值班表", "xs");
        var page = leader.Page;
        await page.Locator("[name=month]").FillAsync(Some.Month(3));
        await Expect(page.Locator($"[data-date='{days[1]}']")).ToContainTextAsync("葛光景");
        await page.Locator("#swaps summary").ClickAsync();
        await Expect(page.Locator("[name=theirs]")).Not.ToContainTextAsync("领导接待日");
        await page.Locator("[name=mine]").SelectOptionAsync(new SelectOptionValue { Label = $"{Written(days[0])}上午" });
        await page.Locator("[name=theirs]").SelectOptionAsync(new SelectOptionValue { Label = $"{Written(later[0])}上午 葛光景" });
        await PressAsync(page.Locator("#swaps"), "提出");
        await Expect(page.Locator("#swaps")).ToContainTextAsync("待对方同意");
    }

    [SkippableFact]
    public async Task A_reception_day_is_announced_and_the_window_gives_a_number_and_takes_it_back()
    {
        var days = await DraftAsync(Some.Month(1), "xs");
        await using var office = await EnterAsync("office", "O02", "领导接待日", "xs");
        var page = office.Page;
        await PressAsync(page.Locator("#place"), "公告");
        await Expect(page.Locator("[data-field=date] .fault")).Not.ToBeEmptyAsync();
        await page.Locator("[name=date]").FillAsync(days[0]);
        await PressAsync(page.Locator("#place"), "公告");
        await Expect(page.Locator("[data-field=place] .fault")).Not.ToBeEmptyAsync();
        await page.Locator("[name=place]").FillAsync("一楼接待室");
        var rostered = await page.Locator("[name=leader] option").Last.GetAttributeAsync("value");
        await page.Locator("[name=leader]").SelectOptionAsync(rostered!);
        await PressAsync(page.Locator("#place"), "公告");
        var line = page.Locator("#visits .unit");
        await Expect(line).ToContainTextAsync("余 8 号");

        await using var clerk = await EnterAsync("clerk", "C02", "领导接待日", "xs");
        var window = clerk.Page;
        await window.Locator("#visits summary", new() { HasText = "预约" }).ClickAsync();
        await window.Locator("#visits [name=name]").FillAsync("高某某");
        await PressAsync(window.Locator("#visits"), "取号");
        await Expect(window.Locator("#slip")).ToContainTextAsync($"xs-{days[0].Replace("-", "", StringComparison.Ordinal)}-01");
        await Expect(window.Locator("#visits .unit")).ToContainTextAsync("余 7 号");
        await PressAsync(window.Locator("#visits"), "预约名单");
        await Expect(window.Locator("#visits table")).ToContainTextAsync("高某某");
        await window.Locator("#visits td summary").ClickAsync();
        await window.Locator("#visits td [name=reason]").FillAsync("本人来电取消");
        await PressAsync(window.Locator("#visits td"), "取消预约");
        await Expect(window.Locator("#visits table")).ToContainTextAsync("已取消");

        await window.GetByRole(AriaRole.Button, new() { Name = "接访登记" }).ClickAsync();
        await window.Locator("[name=channel]").SelectOptionAsync("letter");
        await window.Locator("[name=idType]").SelectOptionAsync("none");
        await window.Locator("[name=receivedBy]").SelectOptionAsync("L019");
        await window.Locator("[name=claim]").FillAsync("要求执行");
        await window.Locator("[name=appointment]").FillAsync("xs-20200101-01");
        await PressAsync(window.Locator("#place"), "登记");
        await Expect(window.Locator("#result")).ToContainTextAsync("未登记");
        await Expect(window.Locator("[data-field=appointment] .fault")).ToContainTextAsync("预约");
    }

    private static string Written(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture).ToString("M月d日", CultureInfo.InvariantCulture);

    /// <summary>Drafts and publishes a month; answers its working days.</summary>
    private async Task<string[]> DraftAsync(string month, string court = "dg")
    {
        var office = await browser.Gateway.AsAsync("office", court);
        await (await office.SendAsync("/api/rosters/drafts", September.Month(month, publish: true))).JsonAsync(200);
        var roster = await (await office.GetAsync($"/api/rosters/{court}?from={month}-01&to={month}-28")).JsonAsync(200);
        return [.. roster.GetProperty("days").EnumerateArray().Where(d => d.GetProperty("day").GetString() != "off" && d.GetProperty("shifts").GetArrayLength() > 0).Select(d => d.GetProperty("date").GetString()!)];
    }

    private async Task ArrangeAsync(string day, JsonNode shifts, string court = "dg") =>
        await (await (await browser.Gateway.AsAsync("office", court)).SendAsync($"/api/rosters/{court}/{day}", shifts, method: HttpMethod.Put)).JsonAsync(200);

    private async Task<OpenPage> EnterAsync(string role, string subject, string place, string court = "dg")
    {
        var page = await browser.OpenAsync("/console");
        await page.Page.Locator("#token").FillAsync(await browser.Gateway.TokenAsync(role, court, subject));
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "进入" }).ClickAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = place }).ClickAsync();
        return page;
    }

    private static Task PressAsync(ILocator within, string name) => within.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
}
