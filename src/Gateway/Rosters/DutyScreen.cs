using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using PetitionMesh.Gateway.Documents;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Gateway.OpenApi;
using PetitionMesh.Gateway.ReceptionDays;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.ReceptionDays;
using PetitionMesh.Grains.Rosters;

namespace PetitionMesh.Gateway.Rosters;

/// <summary><c>/public/duty/{court}</c>: the electronic screen in the reception hall (W16, S7). Leaders' names and posts, nothing of petitioners.</summary>
internal static class DutyScreen
{
    /// <summary>Seconds after which the screen loads itself anew.</summary>
    private const int Refresh = 30;

    private const string Style = """
        body{font-family:system-ui,"Noto Sans CJK SC","Microsoft YaHei",sans-serif;margin:2rem;color:#1c1c1c;line-height:1.6}
        h1{font-size:2rem;margin:0 0 .3rem}h2{font-size:1.4rem;margin:1.6rem 0 .5rem}
        table{border-collapse:collapse;width:100%}th,td{border:1px solid #999;padding:.5rem .8rem;text-align:left;vertical-align:top}
        th{background:#f0f0f0}.now{font-size:1.6rem}.gap{color:#a30000}.note{color:#555}
        """;

    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    public static void MapDutyScreens(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/public/duty/{court}", ShowAsync).AllowAnonymous().WithSummary("值班公示屏：值班、领导接待日和预约号；format=json 为数据").WithTags("公众")
            .Produces<DutyScreenView>(200, "application/json").Offers(FileForm.Page, FileForm.Json);

    private static async Task<IResult> ShowAsync(
        HttpContext context, string court, IDutyDirectory duties, ReceptionDayDesk desk, ICityDirectory city, WorkingCalendar calendar, TimeProvider time)
    {
        var now = city.Current;
        if (!RosterReading.TryCourt(court, now, out var id))
            return RosterReading.UnknownCourt;
        var errors = new FieldErrors();
        var form = FileForms.Read(context.Request, errors, FileForm.Page, FileForm.Json);
        if (errors.ToProblem() is { } problem)
            return problem;
        var instant = time.GetUtcNow();
        var today = now.DayOf(instant);
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        await duties.KnowAsync(id, monday, context.RequestAborted);
        await duties.KnowAsync(id, monday.AddDays(6), context.RequestAborted);
        var receptions = await desk.ToldAsync(id, monday, monday.AddDays(6), context.RequestAborted);
        if (form == FileForm.Json)
            return new Answer<DutyScreenView>(DutyScreenView.Of(id, instant, today, monday, duties, receptions, now), WireJson.Answers.DutyScreenView);
        return new StillPage(Page(now.Court(id)!, instant, today, monday, duties, receptions, now, calendar));
    }

    private static string Page(
        Court court, DateTimeOffset instant, DateOnly today, DateOnly monday, IDutyDirectory duties, ImmutableArray<ReceptionDay> receptions, CitySnapshot city, WorkingCalendar calendar)
    {
        var page = new StringBuilder();
        Add(page, $"""
            <!doctype html>
            <html lang="zh-CN"><head><meta charset="utf-8"><meta http-equiv="refresh" content="{Refresh}"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Text(court.Name)}值班公示</title><style>{Style}</style></head><body>
            <h1>{Text(court.Name)}　院庭长值班接访公示</h1>
            <p class="note">{city.InCity(instant).Written()} {RosterShowing.Weekday(today)}{(calendar.KindOf(today) == DayKind.Provisional ? "（官方日历尚未公布，工作日暂定）" : "")}　接待地点：一楼信访接待室　{RosterShowing.Dress}</p>
            <p class="now">现在带班：{(duties.OnDuty(court.Id, instant) is { } now ? Leader(now, city) : Nobody(instant, today, city, calendar))}</p>
            <h2>今日值班</h2>
            <table><tr><th>班次</th><th>时间</th><th>带班领导</th><th>信访值班人员</th></tr>
            """);
        var shifts = duties.Between(court.Id, today, today);
        foreach (var duty in shifts)
        {
            Add(page, $"""
                <tr><td>{duty.Kind.Chinese()}{(duty.Topic is null ? "" : $"：{Text(duty.Topic)}")}</td><td>{city.InCity(duty.From):H:mm}—{city.InCity(duty.To):H:mm}</td><td>{Leader(duty, city)}</td><td>{Text(duty.Staff ?? "")}</td></tr>
                """);
        }
        if (shifts.IsEmpty)
            page.Append("""<tr><td colspan="4">今日没有已公布的值班安排。</td></tr>""");
        page.Append("</table>\n<h2>本周值班</h2>\n<table><tr><th>日期</th><th>上午 8:30—11:30</th><th>下午 1:30—5:00</th><th>其他接待</th></tr>\n");
        for (var day = monday; day < monday.AddDays(7); day = day.AddDays(1))
            Week(page, day, duties.Between(court.Id, day, day), duties.VersionOf(court.Id, day) > 0, city, calendar);
        page.Append("</table>\n");
        Receptions(page, today, receptions, city);
        var version = duties.VersionOf(court.Id, today);
        Add(page, $"<p class=\"note\">{(version > 0 ? $"值班表第 {version} 版。" : "本月值班表尚未公布。")}换班须经双方领导同意并至少提前一日告知信访部门。</p>\n</body></html>\n");
        return page.ToString();
    }

    /// <summary>W17: a half-day of a working day that nobody holds is a gap that the court owes an answer for, not a time without duty.</summary>
    private static string Nobody(DateTimeOffset instant, DateOnly today, CitySnapshot city, WorkingCalendar calendar)
    {
        var time = TimeOnly.FromDateTime(city.InCity(instant).DateTime);
        foreach (var kind in ShiftHours.OfWorkingDay)
        {
            var (from, to) = ShiftHours.Of(kind);
            if (time.IsBetween(from, to) && IsWorked(today, calendar))
                return """<span class="gap">此时段尚未安排带班领导</span>""";
        }
        return "当前不是值班时间";
    }

    private static bool IsWorked(DateOnly day, WorkingCalendar calendar) => calendar.OnOrAfter(day).Date == day;

    private static void Week(StringBuilder page, DateOnly day, ImmutableArray<Duty> shifts, bool published, CitySnapshot city, WorkingCalendar calendar)
    {
        string Half(ShiftKind kind) => shifts.FirstOrDefault(d => d.Kind == kind) is { } duty ? Leader(duty, city)
            : !IsWorked(day, calendar) ? "休息日"
            : !published ? "未公布"
            : """<span class="gap">空缺</span>""";
        var others = shifts.Where(d => !d.Kind.IsHalfDay())
            .Select(d => $"{d.Kind.Chinese()} {city.InCity(d.From):H:mm}—{city.InCity(d.To):H:mm} {Leader(d, city)}");
        Add(page, $"<tr><td>{day:M月d日} {RosterShowing.Weekday(day)}</td><td>{Half(ShiftKind.Morning)}</td><td>{Half(ShiftKind.Afternoon)}</td><td>{string.Join("<br>", others)}</td></tr>\n");
    }

    /// <summary>S7: the reception days of the week with their numbers; today's first, nothing of who has them.</summary>
    private static void Receptions(StringBuilder page, DateOnly today, ImmutableArray<ReceptionDay> days, CitySnapshot city)
    {
        var shown = days.Where(d => d.Date >= today).ToArray();
        if (shown.Length == 0)
            return;
        page.Append("<h2>本周领导接待日（预约）</h2>\n<table><tr><th>日期</th><th>时间地点</th><th>接待领导</th><th>预约号</th><th>余号</th></tr>\n");
        foreach (var day in shown.Select(d => ScreenReceptionView.Of(d, city)))
        {
            var numbers = string.Join("<br>", day.Appointments.Select(a => $"{a.Number} {a.For:H:mm}{Word(a.Status)}"));
            Add(page, $"<tr><td>{(day.Date == today ? "今日" : $"{day.Date:M月d日} {RosterShowing.Weekday(day.Date)}")}</td><td>{day.From:H:mm}—{day.To:H:mm} {Text(day.Place)}</td><td>{Text(day.Leader.Name)} {Text(day.Leader.Post)}{(day.Topic is null ? "" : $"：{Text(day.Topic)}")}</td><td>{numbers}</td><td>{Left(day)}</td></tr>\n");
        }
        page.Append("</table>\n");
    }

    private static string Word(AppointmentStatus status) => status switch
    {
        AppointmentStatus.Attended => "（已接待）",
        AppointmentStatus.Missed => "（未到）",
        _ => "",
    };

    private static string Left(ScreenReceptionView day) => day.Status switch
    {
        ReceptionDayStatus.Open => day.Remaining > 0 ? $"{day.Remaining}" : "已约满",
        ReceptionDayStatus.Closed => "停止预约",
        ReceptionDayStatus.Withdrawn => "已取消",
        _ => "已结束",
    };

    /// <summary>Name, post, and whom he replaced by a swap.</summary>
    private static string Leader(Duty duty, CitySnapshot city)
    {
        var leader = DutyLeaderView.Of(duty.Leader, city);
        var from = duty.LeaderCourt.Value == leader.Court && city.Court(duty.LeaderCourt) is { Tier: CourtTier.Intermediate } ? "中院" : "";
        var swapped = duty.InsteadOf is { } before ? $"（与{Text(DutyLeaderView.Of(before, city).Name)}换班）" : "";
        return $"{Text(leader.Name)} {from}{Text(leader.Post)}{swapped}";
    }

    private static void Add(StringBuilder page, string text) => page.Append(text);

    private static string Text(string text) => Html.Encode(text);
}
