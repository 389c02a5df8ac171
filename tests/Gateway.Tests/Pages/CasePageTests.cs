using System.Text;
using Microsoft.Playwright;
using PetitionMesh.Gateway.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace PetitionMesh.Gateway.Tests.Pages;

/// <summary>The ledger, a case's file with what may be done on it, the import of a ledger, and the periodic products, in a real browser.</summary>
public sealed class CasePageTests(Browser browser) : IClassFixture<Browser>
{
    [SkippableFact]
    public async Task A_case_is_found_on_the_ledger_worked_on_reported_and_signed_on_its_page()
    {
        var number = Some.CaseNumber();
        await (await (await browser.Gateway.AsAsync("clerk")).SendAsync("/api/receptions", Some.Reception(caseNumber: number))).JsonAsync(201);
        await using var leader = await EnterAsync("院领导（曹景和）", "信访台账");
        var page = leader.Page;
        await page.Locator("[name=caseNumber]").FillAsync("查无");
        await PressAsync(page, "查找");
        await Expect(page.Locator("#cases")).ToContainTextAsync("未能打开");
        await page.Locator("[name=caseNumber]").FillAsync(number);
        await PressAsync(page, "查找");
        await Expect(page.Locator("#cases tr")).ToHaveCountAsync(2);
        await page.Locator("#cases button.link").ClickAsync();
        await Expect(page.Locator("#head")).ToContainTextAsync("包案领导：曹景和");
        await Expect(page.Locator("#limits")).ToContainTextAsync("计算中");
        await Expect(page.Locator("#receptions")).ToContainTextAsync("初访");

        var act = page.Locator("#act");
        await page.Locator("[name=act]").SelectOptionAsync("meet");
        await PressAsync(act, "约见信访人");
        await Expect(act.Locator("[data-field=claim] .fault")).ToContainTextAsync("此项必填");
        await act.Locator("[name=on]").FillAsync(CityTime.Today);
        await act.Locator("[name=mode]").SelectOptionAsync(new SelectOptionValue { Label = "来访约见" });
        await act.Locator("[name=claim]").FillAsync("要求再审");
        await PressAsync(act, "约见信访人");
        await Expect(page.Locator("#timeline li").First).ToContainTextAsync("约见信访人");
        await Expect(page.Locator("#timeline li").First).ToContainTextAsync("曹景和");

        foreach (var kind in new[] { "reviewReport", "settlement", "resolutionPlan" })
        {
            await page.Locator("#papers summary").ClickAsync();
            await page.Locator("#papers [name=kind]").SelectOptionAsync(kind);
            await page.Locator("#papers [name=paper]").SetInputFilesAsync(new FilePayload { Name = "材料.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.4 a paper"u8.ToArray() });
            await PressAsync(page.Locator("#papers"), "上传");
            await Expect(page.Locator("#papers details")).Not.ToHaveAttributeAsync("open", "");
        }
        await Expect(page.Locator("#papers tr")).ToHaveCountAsync(4);
        await page.Locator("[name=act]").SelectOptionAsync("close");
        await act.Locator("[name=ground]").SelectOptionAsync("writtenUndertaking");
        foreach (var text in await act.Locator("textarea").AllAsync())
            await text.FillAsync("经调查核实。");
        await PressAsync(act, "报结");
        await Expect(act).ToContainTextAsync("报结材料不齐");
        await act.Locator("[name=papers]").SelectOptionAsync(new[] { new SelectOptionValue { Index = 0 }, new SelectOptionValue { Index = 1 }, new SelectOptionValue { Index = 2 } });
        await PressAsync(act, "报结");
        await Expect(page.Locator("#closings")).ToContainTextAsync("签批中");
        // What waits for him is offered at once.
        await PressAsync(act, "签批");
        await Expect(page.Locator("#closings")).ToContainTextAsync("包案领导 曹景和");

        var file = await page.RunAndWaitForDownloadAsync(() => PressAsync(page, "一案一档"));
        Assert.Equal("一案一档.docx", file.SuggestedFilename);
        await PressAsync(page, "返回");
        await Expect(page.Locator("[name=caseNumber]")).ToHaveValueAsync(number);
    }

    [SkippableFact]
    public async Task A_case_opens_from_the_desk_and_goes_back_to_it()
    {
        var number = Some.CaseNumber();
        await (await (await browser.Gateway.AsAsync("clerk")).SendAsync("/api/receptions", Some.Reception(caseNumber: number))).JsonAsync(201);
        await using var leader = await EnterAsync("院领导（曹景和）", "包案工作台");
        await leader.Page.Locator("#cases button.link", new() { HasText = Normal(number) }).ClickAsync();
        await Expect(leader.Page.Locator("#head")).ToContainTextAsync(Normal(number));
        await PressAsync(leader.Page, "返回");
        await Expect(leader.Page.Locator("#summonses")).ToBeVisibleAsync();
        await Expect(leader.Page.Locator("#live")).ToHaveTextAsync("实时");
    }

    [SkippableFact]
    public async Task A_ledger_is_imported_and_watched_and_each_wrong_row_is_named()
    {
        await using var office = await EnterAsync("中院信访部门", "台账导入");
        var page = office.Page;
        await PressAsync(page, "导入");
        await Expect(page.Locator("[data-field=sheet] .fault")).ToContainTextAsync("请选择文件");
        await page.Locator("[name=sheet]").SetInputFilesAsync(Csv("这不是台账\n"));
        await PressAsync(page, "导入");
        await Expect(page.Locator("#import")).ToContainTextAsync("未能完成");
        await page.Locator("[name=sheet]").SetInputFilesAsync(Csv(
            "序号,责任单位,包案领导,信访人,证件号码,案号,主要诉求\n1,东港区人民法院,曹景和,邹宁一,,（2016）鲁9902民初77号,要求再审\n2,没有的法院,,某人,,,要求再审\n"));
        await PressAsync(page, "导入");
        await Expect(page.Locator("#import")).ToContainTextAsync("导入完成：2 / 2 行");
        await Expect(page.Locator("#import")).ToContainTextAsync("新立事项 1");
        await Expect(page.Locator("#import tr").Nth(1)).ToContainTextAsync("2");
    }

    [SkippableFact]
    public async Task The_periodic_products_are_looked_at_saved_and_published_once_their_period_is_over()
    {
        await (await (await browser.Gateway.AsAsync("clerk")).SendAsync("/api/receptions", Some.Reception())).JsonAsync(201);
        await using var office = await EnterAsync("中院信访部门", "统计产品");
        var page = office.Page;
        await Expect(page.Locator("#product")).ToContainTextAsync("信访工作双周通报（望海市两级法院");
        await Expect(page.Locator("#place .bar").First).ToBeVisibleAsync();
        await page.Locator("[name=product]").SelectOptionAsync("workload");
        await Expect(page.Locator("#product")).ToContainTextAsync("未发布");
        await Expect(page.Locator("#place")).ToContainTextAsync("曹景和");
        await page.Locator("[name=from]").FillAsync(Some.Day(0));
        await PressAsync(page, "查看");
        await Expect(page.Locator("[data-field=to] .fault")).Not.ToBeEmptyAsync();
        await page.Locator("[name=to]").FillAsync(Some.Day(0));
        await PressAsync(page, "查看");
        await page.Locator("#product summary").ClickAsync();
        await PressAsync(page, "发布");
        await Expect(page.Locator("#news")).ToContainTextAsync("期间尚未结束");
        await page.Locator("[name=from]").FillAsync(Some.Day(-1));
        await page.Locator("[name=to]").FillAsync(Some.Day(-1));
        await PressAsync(page, "查看");
        await Expect(page.Locator("#product")).ToContainTextAsync($"{Some.Day(-1)} 至 {Some.Day(-1)}");
        await page.Locator("#product summary").ClickAsync();
        await PressAsync(page, "发布");
        await Expect(page.Locator("#product")).ToContainTextAsync("已发布");
        var sheet = await page.RunAndWaitForDownloadAsync(() => PressAsync(page, "存为表格"));
        Assert.Equal("院庭长接访化解工作量.xlsx", sheet.SuggestedFilename);
    }

    private static string Normal(string number) => number.Replace('（', '(').Replace('）', ')');

    private static FilePayload Csv(string text) => new() { Name = "台账.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) };

    private async Task<OpenPage> EnterAsync(string who, string place)
    {
        var page = await browser.OpenAsync("/console");
        await page.Page.Locator("#trial").GetByRole(AriaRole.Button, new() { Name = who }).ClickAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = place }).ClickAsync();
        return page;
    }

    private static Task PressAsync(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();

    private static Task PressAsync(ILocator within, string name) => within.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
}
