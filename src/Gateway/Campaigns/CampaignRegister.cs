using System.Globalization;
using PetitionMesh.Gateway.Auth;
using PetitionMesh.Gateway.Cases;
using PetitionMesh.Gateway.Documents;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Gateway.OpenApi;
using PetitionMesh.Gateway.Reports;
using PetitionMesh.Gateway.Rosters;
using PetitionMesh.Grains.Campaigns;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.CourtDays;
using PetitionMesh.Journal.Access;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.Campaigns;

/// <summary>The ledgers of campaigns and their statistics (L1, L6, L7); nothing personal is in them.</summary>
internal static class CampaignRegister
{
    public static void MapCampaignRegister(this IEndpointRouteBuilder routes)
    {
        AskedField[] part =
        [
            Ask.Court, new AskedField("unit", "责任单位，例如 zy:民一庭。"), Ask.OneOf<CampaignLevel>("level", "现接访层级。"), Ask.OneOf<CampaignBatch>("batch", "处理批次。"),
            Ask.OneOf<CampaignProgress>("progress", "办理情况。"), Ask.OneOf("key", "true 只列重点案件，false 只列其他事项。", "true", "false"),
        ];
        var register = routes.MapGroup("/api/campaigns").WithTags("集中办访月");
        register.MapGet("/", ListAsync).RequireAuthorization(Policies.FindCampaigns).Produces<CampaignListView>().WithSummary("全市集中办访月，最近的在前").Asks(Ask.Limit, Ask.After);
        register.MapGet("/{campaignId}", ShowAsync).RequireAuthorization(Policies.FindCampaigns).Produces<CampaignFileView>().WithSummary("一次集中办访月及其起止日期的调整");
        register.MapGet("/{campaignId}/cases", CasesAsync).RequireAuthorization(Policies.ReadCampaigns).Produces<CampaignCasesView>()
            .WithSummary("集中办访台账，先列入的在前").Asks(part).Asks(Ask.Limit, Ask.After);
        register.MapGet("/{campaignId}/cases/{caseId}", CaseAsync).RequireAuthorization(Policies.ReadCampaigns).Produces<CampaignEntryView>()
            .WithSummary("台账中的一个事项及其办理经过");
        register.MapGet("/{campaignId}/export", ExportAsync).RequireAuthorization(Policies.ReadCampaigns).Produces(StatusCodes.Status200OK, contentType: FileForms.XlsxType)
            .WithSummary("集中办访台账导出为电子表格；筛选条件同台账，不分页").Asks(part);
        register.MapGet("/{campaignId}/counts", CountAsync).RequireAuthorization(Policies.Count).Produces<CampaignCountsView>()
            .WithSummary("集中办访统计，处理结果计至截止日期；已截止的，接访层级和重点案件以截止之日为准").Asks(Ask.Court, Ask.SomeOf("by", "分组，默认按法院；填空不分组。", "court", "unit"));
    }

    private static async Task<IResult> ListAsync(HttpContext context, IFigureDesk ledger, ICityDirectory city, TimeProvider time)
    {
        var (errors, today) = (new FieldErrors(), city.Current.DayOf(time.GetUtcNow()));
        var (limit, after) = Paging.Read(context.Request.Query, errors);
        if (errors.ToProblem() is { } problem)
            return problem;
        var campaigns = (await ledger.ReadAsync(figures => figures.CampaignsAsync(), context.RequestAborted)).Where(c => c.Position < (after ?? long.MaxValue));
        var (page, next) = Paging.Cut([.. campaigns], limit, c => c.Position);
        return new Answer<CampaignListView>(
            new CampaignListView([.. page.Select(c => View(new CampaignAnswer(c.Campaign, c.Title, c.FirstDay, c.LastDay, c.Courts), today))], next),
            WireJson.Answers.CampaignListView);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, string campaignId, CampaignDesk desk, ICityDirectory city, TimeProvider time)
    {
        if (await desk.FindAsync(campaignId) is not { } campaign)
            return CampaignDesk.Unknown;
        var history = await desk.HistoryAsync(campaign.CampaignId, context.RequestAborted);
        return new Answer<CampaignFileView>(
            new CampaignFileView(View(campaign, city.Current.DayOf(time.GetUtcNow())), [.. history.Select(h => CampaignHistory.Step(h.Recorded, h.Event, city.Current))]),
            WireJson.Answers.CampaignFileView);
    }

    private static async Task<IResult> CasesAsync(HttpContext context, string campaignId, CampaignDesk desk, ICityDirectory city, TimeProvider time)
    {
        var (errors, now) = (new FieldErrors(), city.Current);
        var (limit, after) = Paging.Read(context.Request.Query, errors);
        var asked = Read(context, now, errors);
        if (errors.ToProblem() is { } problem)
            return problem;
        if (await desk.FindAsync(campaignId) is not { } campaign)
            return CampaignDesk.Unknown;
        var (_, matters) = await desk.MattersAsync(campaign, context.RequestAborted);
        var (page, next) = Paging.Cut([.. matters.Where(m => asked.Takes(m) && m.First.Position > (after ?? 0))], limit, m => m.First.Position);
        var today = now.DayOf(time.GetUtcNow());
        return new Answer<CampaignCasesView>(new CampaignCasesView([.. page.Select(m => View(m, campaign, now, today))], next), WireJson.Answers.CampaignCasesView);
    }

    private static async Task<IResult> CaseAsync(HttpContext context, string campaignId, string caseId, CampaignDesk desk, ICityDirectory city, TimeProvider time)
    {
        if (await desk.FindAsync(campaignId) is not { } campaign)
            return CampaignDesk.Unknown;
        if (!Guid.TryParseExact(caseId, "D", out var guid)
            || await desk.MatterAsync(campaign, new CaseId(guid), context.RequestAborted) is not { } matter
            || !matter.IsSeenBy(CaseSight.ConfinedTo(context.Actor())))
            return CampaignDesk.UnknownCase;
        var (now, history) = (city.Current, await desk.HistoryAsync(campaign.CampaignId, matter, context.RequestAborted));
        return new Answer<CampaignEntryView>(
            new CampaignEntryView(View(matter, campaign, now, now.DayOf(time.GetUtcNow())), [.. history.Select(h => CampaignHistory.Step(h.Recorded, h.Event, now))]),
            WireJson.Answers.CampaignEntryView);
    }

    private static async Task<IResult> ExportAsync(HttpContext context, string campaignId, CampaignDesk desk, ICityDirectory city, IAccessLog accesses, TimeProvider time)
    {
        var (errors, actor, now) = (new FieldErrors(), context.Actor(), city.Current);
        var asked = Read(context, now, errors);
        if (errors.ToProblem() is { } problem)
            return problem;
        if (await desk.FindAsync(campaignId) is not { } campaign)
            return CampaignDesk.Unknown;
        var today = now.DayOf(time.GetUtcNow());
        var (_, matters) = await desk.MattersAsync(campaign, context.RequestAborted);
        await accesses.RecordAsync(new AccessRecord(actor.Subject, actor.Court.Value, "export", $"campaigns/{campaignId}"), context.RequestAborted);
        return new FileAnswer(
            FileForm.Xlsx,
            string.Create(CultureInfo.InvariantCulture, $"{campaign.Title}台账{today:yyyyMMdd}"),
            (stream, _) =>
            {
                CampaignSheet.Write(stream, campaign, matters.Where(asked.Takes).Select(m => View(m, campaign, now, today)), today);
                return Task.CompletedTask;
            });
    }

    private static async Task<IResult> CountAsync(HttpContext context, string campaignId, CampaignDesk desk, ICityDirectory city, TimeProvider time)
    {
        var (errors, actor, now, query) = (new FieldErrors(), context.Actor(), city.Current, context.Request.Query);
        var by = QueryGroups.Read(query, errors, ["court", "unit"], ["court"]);
        var court = ReportScope.Read(query["court"].ToString(), actor, now, errors);
        if (errors.ToProblem() is { } problem)
            return problem;
        if (!ReportScope.MayRead(actor, court))
            return Problems.Forbidden("只能查看本院的统计数字。");
        if (await desk.FindAsync(campaignId) is not { } campaign)
            return CampaignDesk.Unknown;
        var today = now.DayOf(time.GetUtcNow());
        var (point, matters) = await desk.MattersAsync(campaign, context.RequestAborted);
        if (today > campaign.LastDay)
            matters = await desk.OnLastDayAsync(campaign, matters, point.Position, context.RequestAborted);
        var counted = matters.Where(m => court is null || m.First.Unit.Court == court);
        return new Answer<CampaignCountsView>(
            new CampaignCountsView(
                new AsOfView(point.Position, point.At), View(campaign, today),
                CampaignCounting.Count(counted, campaign.LastDay, by.Contains("court"), by.Contains("unit"), today)),
            WireJson.Answers.CampaignCountsView);
    }

    /// <summary>Which part of the ledger is asked for.</summary>
    private static CampaignQuestion Read(HttpContext context, CitySnapshot city, FieldErrors errors)
    {
        var query = context.Request.Query;
        CourtId? court = query["court"].ToString() is { Length: > 0 } named ? new CourtId(named) : null;
        if (court is { } asked && city.Court(asked) is null)
            errors.Invalid("court", "没有这个法院，请填写一个法院编号。");
        var unit = query["unit"].ToString() is { Length: > 0 } of ? ReportingUnits.Of(city).FirstOrDefault(u => u.Unit.Value == of)?.Unit : null;
        if (unit is null && query["unit"].ToString().Length > 0)
            errors.Invalid("unit", "没有这个单位；基层法院写法院编号，中院庭室写“zy:民一庭”。");
        if (query.TryGetValue("key", out var key) && key != "true" && key != "false")
            errors.Malformed("key", "应为 true 或 false。");
        return new CampaignQuestion(
            CaseSight.ConfinedTo(context.Actor()),
            court,
            unit,
            QueryWord.Read<CampaignLevel>(query, "level", errors),
            QueryWord.Read<CampaignBatch>(query, "batch", errors),
            key.Count == 0 ? null : key == "true",
            QueryWord.Read<CampaignProgress>(query, "progress", errors));
    }

    private static CampaignView View(CampaignAnswer campaign, DateOnly today) => new(
        campaign.CampaignId, campaign.Title, campaign.FirstDay, campaign.LastDay, [.. campaign.Courts.Select(c => c.Value)], campaign.FirstDay <= today && today <= campaign.LastDay);

    private static CampaignCaseView View(CampaignMatter m, CampaignAnswer campaign, CitySnapshot city, DateOnly today) => new(
        m.First.Case,
        m.First.Matter == m.First.Case ? null : m.First.Matter,
        [.. m.Joined.Select(l => l.Case)],
        m.First.Number?.Value,
        m.First.Status,
        m.First.Unit.Value,
        ReportingUnits.Find(city, m.First.Unit)?.Name ?? m.First.Unit.Value,
        m.First.Judge,
        m.First.Owner is { } owner ? DutyLeaderView.Of(owner, city) : null,
        m.First.Responsible is { } responsible ? DutyLeaderView.Of(responsible, city) : null,
        m.First.GatheredOn,
        m.Limit(campaign.LastDay),
        m.IsOverdue(campaign.LastDay, today),
        m.Progress,
        m.IsKey,
        m.Team,
        m.First.HasPlan,
        m.Level?.Level,
        m.Level?.Day,
        m.First.Hearings,
        m.Batches,
        [.. m.SharedWith.Select(c => c.Value)],
        m.StruckOffOn);
}
