using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using PetitionMesh.Gateway.Tests.Running;
using static Microsoft.Playwright.Assertions;

namespace PetitionMesh.Gateway.Tests.Pages;

/// <summary>The console as its users meet it: in a browser, by what they read and press.</summary>
public sealed class ConsoleTests(Browser browser) : IClassFixture<Browser>
{
    /// <summary>How often a page sends one and the same change before it says that it failed.</summary>
    private const int MostAttempts = 6;

    [SkippableFact]
    public async Task A_repeat_at_another_window_lies_on_the_owners_open_desk_at_once_and_he_acknowledges_it()
    {
        var person = Some.ResidentNumber();
        await using var window = await EnterAsync("窗口工作人员");
        await RegisterAsync(window.Page, person, "要求再审");
        await Expect(window.Page.Locator("#result")).ToContainTextAsync("初访，已登记");
        await Expect(window.Page.Locator("#result .owner")).ToContainTextAsync("包案领导：曹景和");

        await using var desk = await EnterAsync("院领导（曹景和）");
        var place = desk.Page.GetByRole(AriaRole.Button, new() { Name = "包案工作台" });
        await place.ClickAsync();
        await Expect(place).ToHaveAttributeAsync("aria-current", "page");
        await Expect(desk.Page.Locator("#summonses")).ToContainTextAsync("没有待办的到场通知");
        await Expect(desk.Page.Locator("#live")).ToHaveTextAsync("实时");

        using var elsewhere = await browser.Gateway.AsAsync("clerk", "xs");
        var again = Some.Reception(person, "xs", receivedBy: "L020");
        again["case"] = new JsonObject { ["caseId"] = await CaseOfAsync(elsewhere, person) };
        await (await elsewhere.SendAsync("/api/receptions", again)).JsonAsync(201);

        await Expect(desk.Page.Locator("#summonses")).ToContainTextAsync("待签收");
        await Expect(desk.Page.Locator("#news")).ToContainTextAsync("有信访人重访");
        await desk.Page.Locator("#summonses").GetByRole(AriaRole.Button, new() { Name = "签收" }).ClickAsync();
        await Expect(desk.Page.Locator("#summonses")).ToContainTextAsync("已签收");
    }

    [SkippableFact]
    public async Task The_window_shows_whose_matter_it_is_before_it_registers()
    {
        var person = Some.ResidentNumber();
        await using var window = await EnterAsync("窗口工作人员");
        await RegisterAsync(window.Page, person, "第一次来");
        await Expect(window.Page.Locator("#result")).ToContainTextAsync("初访");

        await window.Page.Locator("[name=idNumber]").FillAsync(person);
        await window.Page.Locator("[name=claim]").FillAsync("又来了");
        await Expect(window.Page.Locator("#known")).ToContainTextAsync("包案领导：曹景和");
        await window.Page.Locator("#register").ClickAsync();
        await Expect(window.Page.Locator("#result")).ToContainTextAsync("重访，第 2 次");
    }

    [SkippableFact]
    public async Task A_case_number_typed_before_the_person_is_the_case_and_the_result_says_which()
    {
        var (person, known, another) = (Some.ResidentNumber(), Some.CaseNumber(), Some.CaseNumber());
        using var clerk = await browser.Gateway.AsAsync("clerk");
        await (await clerk.SendAsync("/api/receptions", Some.Reception(person, caseNumber: known))).JsonAsync(201);

        await using var window = await EnterAsync("窗口工作人员");
        await window.Page.Locator("[name=caseNumber]").FillAsync(another);
        await window.Page.Locator("[name=idNumber]").FillAsync(person);
        await window.Page.Locator("[name=idNumber]").BlurAsync();
        await Expect(window.Page.Locator("#known .choice:has(:checked)")).ToHaveTextAsync("按左侧填写的原审案号");
        await RegisterAsync(window.Page, person, "另一件案子");
        await Expect(window.Page.Locator("#result")).ToContainTextAsync("初访，已登记");
        await Expect(window.Page.Locator("#result")).ToContainTextAsync($"登记于：{AsKept(another)}");

        await window.Page.Locator("[name=caseNumber]").FillAsync(known);
        await window.Page.Locator("[name=idNumber]").FillAsync(person);
        await window.Page.Locator("[name=idNumber]").BlurAsync();
        await Expect(window.Page.Locator("#known .choice:has(:checked)")).ToContainTextAsync(AsKept(known));
    }

    [SkippableFact]
    public async Task Each_case_that_may_be_meant_is_listed_once_also_where_the_persons_own_look_up_comes_late()
    {
        var person = Some.ResidentNumber();
        using var clerk = await browser.Gateway.AsAsync("clerk");
        foreach (var number in new[] { Some.CaseNumber(), Some.CaseNumber() })
            await (await clerk.SendAsync("/api/receptions", Some.Reception(person, caseNumber: number))).JsonAsync(201);

        await using var window = await EnterAsync("窗口工作人员");
        var (asked, told, late, answered, all) = (0, 0, new TaskCompletionSource(), new TaskCompletionSource(), new TaskCompletionSource());
        await window.Page.RouteAsync("**/api/ownership/lookup", async route =>
        {
            if (Interlocked.Increment(ref asked) == 1)
            {
                // The person's own: answered only while those of the candidates are under way.
                await late.Task;
                await route.FulfillAsync(new() { Response = await route.FetchAsync() });
                answered.TrySetResult();
                return;
            }
            late.TrySetResult();
            await answered.Task;
            await route.FulfillAsync(new() { Response = await route.FetchAsync() });
            if (Interlocked.Increment(ref told) == 2)
                all.TrySetResult();
        });
        await RegisterAsync(window.Page, person, "没有选");
        await Expect(window.Page.Locator("#result")).ToContainTextAsync("请从所列事项中选择一项");
        await all.Task;
        await window.Page.EvaluateAsync("async () => { await (await fetch('/health/live')).text(); }"); // Whatever was answered before has been taken up.
        await Expect(window.Page.Locator("#known .choice")).ToHaveCountAsync(4);
    }

    [SkippableFact]
    public async Task Where_several_cases_may_be_meant_the_list_stays_as_it_was_looked_up()
    {
        var (person, answered) = (Some.ResidentNumber(), Some.CaseNumber());
        using var clerk = await browser.Gateway.AsAsync("clerk");
        foreach (var number in new[] { answered, answered, Some.CaseNumber() })
            await (await clerk.SendAsync("/api/receptions", Some.Reception(person, caseNumber: number))).JsonAsync(201);

        await using var window = await EnterAsync("窗口工作人员");
        await RegisterAsync(window.Page, person, "没有选");
        await Expect(window.Page.Locator("#result")).ToHaveTextAsync("未登记此信访人有未办结的信访事项，请从所列事项中选择一项；确为新的事项的，请选“新的事项”。");
        var first = window.Page.Locator("#known .choice", new() { HasText = AsKept(answered) });
        await Expect(first).ToContainTextAsync($"已接访 2 次，最近 {CityTime.Today}");
        await first.ClickAsync();
        await window.Page.Locator("#register").ClickAsync();
        await Expect(window.Page.Locator("#result")).ToContainTextAsync("重访，第 3 次");
    }

    [SkippableTheory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("1.5")]
    public async Task A_headcount_that_is_no_number_of_people_is_not_registered(string headcount)
    {
        await using var window = await EnterAsync("窗口工作人员");
        await window.Page.Locator("[name=headcount]").FillAsync(headcount);
        await RegisterAsync(window.Page, Some.ResidentNumber(), "来了几个人");
        await Expect(window.Page.Locator("[data-field=headcount] .fault")).ToHaveTextAsync("请填写人数，应为不小于 1 的整数。");
        await Expect(window.Page.Locator("#result")).ToContainTextAsync("未登记");
    }

    [SkippableFact]
    public async Task Whoever_speaks_for_a_collective_petition_that_is_entered_later_is_known_when_he_comes()
    {
        var (person, another) = (Some.ResidentNumber(), Some.ResidentNumber());
        await using var window = await EnterAsync("窗口工作人员");
        await Expect(window.Page.Locator("#addRepresentative")).ToBeHiddenAsync();
        await window.Page.Locator("[name=headcount]").FillAsync("6");
        await window.Page.Locator("#addRepresentative").ClickAsync();
        await window.Page.Locator("[data-field='representatives[0].idNumber'] input").FillAsync("990101");
        await window.Page.Locator("[name=occurredAt]").FillAsync(CityTime.Running.InTheCity().AddDays(-9).ToString("yyyy-MM-dd'T'09:10", CultureInfo.InvariantCulture));
        await RegisterAsync(window.Page, person, "集体来访");
        await Expect(window.Page.Locator("[data-field=occurredAt] .fault")).ToContainTextAsync("7 日前");
        await Expect(window.Page.Locator("[data-field='representatives[0].idNumber'] .fault")).Not.ToBeEmptyAsync();
        await Expect(window.Page.Locator("[data-field=idNumber] .fault")).ToBeEmptyAsync();

        var yesterday = CityTime.Running.InTheCity().AddDays(-1);
        await window.Page.Locator("[name=occurredAt]").FillAsync(yesterday.ToString("yyyy-MM-dd'T'09:10", CultureInfo.InvariantCulture));
        await window.Page.Locator("[data-field='representatives[0].idNumber'] input").FillAsync(another);
        await window.Page.Locator("#register").ClickAsync();
        await Expect(window.Page.Locator("#result")).ToContainTextAsync("初访，已登记");
        await Expect(window.Page.Locator("#addRepresentative")).ToBeHiddenAsync();

        await window.Page.Locator("[name=idNumber]").FillAsync(another);
        await window.Page.Locator("[name=idNumber]").BlurAsync();
        await Expect(window.Page.Locator("#known")).ToContainTextAsync($"最近 {yesterday.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}");
    }

    [SkippableFact]
    public async Task A_limit_that_ends_with_a_day_is_written_as_on_the_receipt()
    {
        await using var desk = await browser.OpenAsync("/console");
        await desk.Page.RouteAsync("**/api/leaders/L012/desk", async route =>
        {
            var answer = await route.FetchAsync();
            var shown = JsonNode.Parse(await answer.TextAsync())!;
            shown["due"]!.AsArray().Add(new JsonObject { ["what"] = "约见信访人", ["rule"] = "J5", ["dueAt"] = "2026-11-23T16:00:00Z", ["state"] = "running" });
            await route.FulfillAsync(new() { Response = answer, Body = shown.ToJsonString() });
        });
        await desk.Page.Locator("#trial").GetByRole(AriaRole.Button, new() { Name = "院领导（曹景和）" }).ClickAsync();
        await Expect(desk.Page.Locator("#due")).ToContainTextAsync("11月23日24时");
    }

    [SkippableFact]
    public async Task A_press_after_an_unknown_outcome_repeats_what_was_sent()
    {
        await using var window = await EnterAsync("窗口工作人员");
        var keys = new List<string>();
        await window.Page.RouteAsync("**/api/receptions", async route =>
        {
            keys.Add(route.Request.Headers["idempotency-key"]);
            if (keys.Count > MostAttempts)
                await route.ContinueAsync();
            else
                await route.FulfillAsync(new() { Status = 503, Body = "{}", Headers = [new("Retry-After", "0.01")] });
        });
        await RegisterAsync(window.Page, Some.ResidentNumber(), "答复没有回来");
        await Expect(window.Page.Locator("#result")).ToContainTextAsync("未登记");
        await window.Page.Locator("#register").ClickAsync();
        await Expect(window.Page.Locator("#result")).ToContainTextAsync("初访，已登记");
        Assert.Single(keys.Distinct());
    }

    [SkippableFact]
    public async Task What_is_wrong_stands_beside_its_field_and_nothing_typed_is_lost()
    {
        var person = Some.ResidentNumber();
        await using var window = await EnterAsync("窗口工作人员");
        await RegisterAsync(window.Page, person[..17] + (person[17] == '1' ? '2' : '1'), "诉求还在");
        await Expect(window.Page.Locator("[data-field=idNumber] .fault")).ToContainTextAsync("校验");
        await Expect(window.Page.Locator("[name=claim]")).ToHaveValueAsync("诉求还在");

        await window.Page.Locator("[name=idNumber]").FillAsync(person);
        await window.Page.Locator("#register").ClickAsync();
        await Expect(window.Page.Locator("#result")).ToContainTextAsync("初访，已登记");
    }

    [SkippableFact]
    public async Task An_alert_stands_on_the_supervisors_open_board_and_what_was_written_in_it_is_only_text()
    {
        await using var board = await EnterAsync("中院信访部门");
        await board.Page.GetByRole(AriaRole.Button, new() { Name = "日报告看板" }).ClickAsync();
        await Expect(board.Page.Locator("#alerts")).ToContainTextAsync("没有未签收的预警");
        await Expect(board.Page.Locator("#units .unit").First).ToContainTextAsync("登记");
        await Expect(board.Page.Locator("#live")).ToHaveTextAsync("实时");

        using var office = await browser.Gateway.AsAsync("office");
        await (await office.SendAsync("/api/alerts", new JsonObject
        {
            ["unit"] = "dg",
            ["kind"] = "collectiveVisit",
            ["headcount"] = 12,
            ["words"] = "<img src=x onerror=alert(1)>门前聚集",
        })).JsonAsync(201);
        await Expect(board.Page.Locator("#alerts")).ToContainTextAsync("<img src=x onerror=alert(1)>门前聚集");
        await Expect(board.Page.Locator("#alerts")).ToContainTextAsync("东港区人民法院");
        await board.Page.Locator("#alerts").GetByRole(AriaRole.Button, new() { Name = "签收" }).ClickAsync();
        await Expect(board.Page.Locator("#alerts")).ToContainTextAsync("没有未签收的预警");
    }

    [SkippableFact]
    public async Task A_daily_report_and_its_correction_stand_on_the_open_board()
    {
        await using var board = await EnterAsync("中院信访部门");
        await Expect(board.Page.Locator("#live")).ToHaveTextAsync("实时");
        var unit = board.Page.Locator("#units .unit", new() { HasText = "北原" });
        await Expect(unit).ToContainTextAsync("未到时限");

        using var office = await browser.Gateway.AsAsync("office", "by");
        var address = $"/api/daily-reports/by/{CityTime.Today}";
        await (await office.SendAsync(address, new JsonObject { ["nil"] = true })).JsonAsync(201);
        await Expect(unit).ToContainTextAsync("零报告");
        var visits = new JsonObject { ["receptions"] = 3, ["visit"] = 3 };
        await (await office.SendAsync($"{address}/corrections", new JsonObject { ["figures"] = visits, ["reason"] = "漏报三次" })).JsonAsync(200);
        await Expect(unit).ToContainTextAsync("报 3 次");
    }

    [SkippableFact]
    public async Task What_leaders_above_the_divisions_received_stands_on_the_board_too()
    {
        var capital = Some.Reception(court: "zy", receivedBy: "L001");
        capital["level"] = "capital";
        await (await (await browser.Gateway.AsAsync("clerk", "zy")).SendAsync("/api/receptions", capital)).JsonAsync(201);
        await using var board = await EnterAsync("中院信访部门");
        await Expect(board.Page.Locator("#units .unit", new() { HasText = "不属庭室的领导" })).ToContainTextAsync("1 件应预警而未报");
    }

    [SkippableFact]
    public async Task A_first_request_is_registered_stays_in_sight_and_is_done()
    {
        await using var window = await EnterAsync("窗口工作人员");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "首诉登记" }).ClickAsync();
        await Expect(window.Page.Locator("[name=dueOn]")).ToBeHiddenAsync();
        await window.Page.Locator("[name=handling]").SelectOptionAsync("promised");
        await window.Page.Locator("[name=idNumber]").FillAsync(Some.ResidentNumber());
        await window.Page.Locator("[name=name]").FillAsync("顾首诉");
        await window.Page.Locator("[name=claim]").FillAsync("查询立案进度");
        await window.Page.Locator("#register").ClickAsync();
        await Expect(window.Page.Locator("#result")).ToContainTextAsync("未登记");
        await Expect(window.Page.Locator("[data-field=dueOn] .fault")).ToContainTextAsync("限期答复须写明答复期限");
        await window.Page.Locator("[name=dueOn]").FillAsync(CityTime.Running.InTheCity().AddDays(5).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await window.Page.Locator("#register").ClickAsync();
        await Expect(window.Page.Locator("#result")).ToContainTextAsync("前答复");

        var request = window.Page.Locator("#open .unit", new() { HasText = "首诉负责人 窗口一" });
        await Expect(request).Not.ToContainTextAsync("顾首诉");
        await request.GetByRole(AriaRole.Button, new() { Name = "打开" }).ClickAsync();
        await Expect(request).ToContainTextAsync("顾首诉：查询立案进度");
        await request.GetByRole(AriaRole.Button, new() { Name = "流转" }).ClickAsync();
        await Expect(request.Locator("[data-field=to] .fault")).ToContainTextAsync("此项必填");
        await request.Locator("[name=finish]").FillAsync("已电话答复");
        await request.GetByRole(AriaRole.Button, new() { Name = "办结" }).ClickAsync();
        await Expect(window.Page.Locator("#open")).ToContainTextAsync("没有未办结的首诉");
    }

    [SkippableFact]
    public async Task A_matter_is_routed_to_its_first_judge_whose_objection_is_decided_on_the_page()
    {
        await using var window = await EnterAsync("窗口工作人员");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "首审首执分流" }).ClickAsync();
        await Expect(window.Page.Locator("[name=searchedOn]")).ToBeHiddenAsync();
        var number = AsKept(Some.CaseNumber());
        await window.Page.Locator("[name=caseNumber]").FillAsync(number);
        await window.Page.Locator("#register").ClickAsync();
        await Expect(window.Page.Locator("[data-field=receivedOn] .fault")).ToContainTextAsync("首审须写明收到材料日期");
        await window.Page.Locator("[name=receivedOn]").FillAsync(CityTime.Running.InTheCity().AddDays(-20).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await window.Page.Locator("#register").ClickAsync();
        await Expect(window.Page.Locator("#told")).ToContainTextAsync("24 时前分流");

        var slip = window.Page.Locator("#slips .unit", new() { HasText = number });
        await Expect(slip).ToHaveClassAsync("unit bad");
        await Expect(slip).ToContainTextAsync("逾期");
        await slip.GetByRole(AriaRole.Button, new() { Name = "打开" }).ClickAsync();
        await slip.Locator("[name=relatedCaseNumber]").FillAsync("（2024）鲁9902民初17号");
        await slip.Locator("[name=receiver]").FillAsync("李法官");
        await slip.GetByRole(AriaRole.Button, new() { Name = "分流", Exact = true }).ClickAsync();
        await Expect(slip.Locator("[data-field='receiver.division'] .fault")).ToContainTextAsync("此项必填");
        await slip.Locator("[name=division]").FillAsync("民一庭");
        await slip.Locator("[name=routeGround]").SelectOptionAsync("refiled");
        await slip.GetByRole(AriaRole.Button, new() { Name = "分流", Exact = true }).ClickAsync();
        await Expect(slip).ToContainTextAsync("分流至李法官（民一庭）");
        await Expect(slip).ToContainTextAsync("逾期分流");

        await slip.GetByRole(AriaRole.Button, new() { Name = "打开" }).ClickAsync();
        await Expect(slip.Locator("[name=firstReceiver]")).ToBeHiddenAsync();
        await slip.Locator("[name=reason]").FillAsync("当事人不同");
        await slip.GetByRole(AriaRole.Button, new() { Name = "提出异议" }).ClickAsync();
        await Expect(slip).ToContainTextAsync("异议复核中");
        await slip.GetByRole(AriaRole.Button, new() { Name = "打开" }).ClickAsync();
        await Expect(slip).ToContainTextAsync("李法官：匹配异议");
        await slip.Locator("[name=outcome]").SelectOptionAsync("refused");
        await slip.Locator("[name=decidedBy]").FillAsync("孙庭长");
        await slip.Locator("[name=opinion]").FillAsync("仍由李法官办理");
        await slip.Locator("[name=reasons]").FillAsync("系同一争议");
        await slip.GetByRole(AriaRole.Button, new() { Name = "复核决定" }).ClickAsync();
        await Expect(slip).ToContainTextAsync("已分流");
        await slip.GetByRole(AriaRole.Button, new() { Name = "打开" }).ClickAsync();
        await Expect(slip).ToContainTextAsync("孙庭长 复核意见：仍由李法官办理；理由：系同一争议");

        await window.Page.Locator("[name=earlier]").FillAsync("（2024）鲁9902民初17号");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "检索" }).ClickAsync();
        await Expect(window.Page.Locator("#found")).ToContainTextAsync($"分流单 {number}：李法官（民一庭）");
    }

    [SkippableFact]
    public async Task A_role_without_pages_is_told_so()
    {
        await using var page = await browser.OpenAsync("/console");
        await page.Page.Locator("#token").FillAsync(await browser.Gateway.TokenAsync("ops"));
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "进入" }).ClickAsync();
        await Expect(page.Page.Locator("#place")).ToContainTextAsync("此角色没有页面");
        await Expect(page.Page.Locator("#who")).ToContainTextAsync("东港区人民法院 · 运维");
    }

    [SkippableFact]
    public async Task A_page_that_is_cut_off_says_so_in_chinese_and_goes_on_when_the_line_is_back()
    {
        await using var board = await EnterAsync("中院信访部门");
        await Expect(board.Page.Locator("#live")).ToHaveTextAsync("实时");
        await board.Page.Context.SetOfflineAsync(true);
        await board.Page.Locator("#date").FillAsync(CityTime.Running.InTheCity().AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await Expect(board.Page.Locator("#news")).ToContainTextAsync("暂时连不上服务器");
        await Expect(board.Page.Locator("#live")).ToContainTextAsync("连接中断");

        await board.Page.GetByRole(AriaRole.Button, new() { Name = "包案工作台" }).ClickAsync();
        await Expect(board.Page.Locator("#place")).ToContainTextAsync("暂时连不上服务器");
        await board.Page.Context.SetOfflineAsync(false);
        await board.Page.GetByRole(AriaRole.Button, new() { Name = "日报告看板" }).ClickAsync();
        await Expect(board.Page.Locator("#live")).ToHaveTextAsync("实时");
    }

    private async Task<OpenPage> EnterAsync(string who)
    {
        var page = await browser.OpenAsync("/console");
        await page.Page.Locator("#trial").GetByRole(AriaRole.Button, new() { Name = who }).ClickAsync();
        await Expect(page.Page.Locator("#leave")).ToBeVisibleAsync();
        return page;
    }

    private static async Task RegisterAsync(IPage page, string person, string claim)
    {
        await page.Locator("[name=receivedBy]").SelectOptionAsync("L012");
        await page.Locator("[name=idNumber]").FillAsync(person);
        await page.Locator("[name=claim]").FillAsync(claim);
        await page.Locator("#register").ClickAsync();
    }

    /// <summary>The one form in which the city keeps a number, however it was typed.</summary>
    private static string AsKept(string caseNumber) => caseNumber.Replace('（', '(').Replace('）', ')');

    private static async Task<string> CaseOfAsync(HttpClient client, string person)
    {
        var found = await (await client.SendAsync("/api/ownership/lookup", new JsonObject { ["idType"] = "residentId", ["idNumber"] = person })).JsonAsync(200);
        return found.GetProperty("cases")[0].GetProperty("caseId").GetString()!;
    }
}
