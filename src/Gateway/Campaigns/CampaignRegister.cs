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
            Ask.OneOf<CampaignProgress>("progress", "办理情况。"), Ask.Flag("key", "true 只列重点案件。"),
        ];
        var register = routes.MapGroup("/api/campaigns").WithTags("集中办访月");
        register.MapGet("/", ListAsync).RequireAuthorization(Policies.ReadCampaigns).Produces<CampaignListView>().WithSummary("全市集中办访月，最近的在前");
        register.MapGet("/{campaignId}", ShowAsync).RequireAuthorization(Policies.ReadCampaigns).Produces<CampaignView>().WithSummary("一次集中办访月");
        register.MapGet("/{campaignId}/cases", CasesAsync).RequireAuthorization(Policies.ReadCampaigns).Produces<CampaignCasesView>()
            .WithSummary("集中办访台账，先列入的在前").Asks(part).Asks(Ask.Limit, Ask.After);
        register.MapGet("/{campaignId}/cases/{caseId}", CaseAsync).RequireAuthorization(Policies.ReadCampaigns).Produces<CampaignEntryView>()
            .WithSummary("台账中的一个事项及其办理经过");
        register.MapGet("/{campaignId}/export", ExportAsync).RequireAuthorization(Policies.ReadCampaigns).Produces(StatusCodes.Status200OK, contentType: FileForms.XlsxType)
            .WithSummary("集中办访台账导出为电子表格；筛选条件同台账，不分页").Asks(part);
        register.MapGet("/{campaignId}/counts", CountAsync).RequireAuthorization(Policies.Count).Produces<CampaignCountsView>()
            .WithSummary("集中办访统计，处理结果计至截止日期").Asks(Ask.Court, Ask.SomeOf("by", "分组，默认按法院；填空不分组。", "court", "unit"));
    }

    private static async Task<IResult> ListAsync(HttpContext context, IFigureDesk ledger, ICityDirectory city, TimeProvider time)
    {
        var today = city.Current.DayOf(time.GetUtcNow());
        var campaigns = await ledger.ReadAsync(figures => figures.CampaignsAsync(), context.RequestAborted);
        return new Answer<CampaignListView>(
            new CampaignListView([.. campaigns.Select(c => View(new CampaignAnswer(c.Campaign, c.Title, c.FirstDay, c.LastDay, c.Courts), today))]),
            WireJson.Answers.CampaignListView);
    }

    private static async Task<IResult> ShowAsync(string campaignId, CampaignDesk desk, ICityDirectory city, TimeProvider time) =>
        await desk.FindAsync(campaignId) is { } campaign
            ? new Answer<CampaignView>(View(campaign, city.Current.DayOf(time.GetUtcNow())), WireJson.Answers.CampaignView)
            : CampaignDesk.Unknown;

    private static async Task<IResult> CasesAsync(
        HttpContext context, string campaignId, CampaignDesk desk, IFigureDesk ledger, ICityDirectory city, TimeProvider time)
    {
        var (errors, now) = (new FieldErrors(), city.Current);
        var (limit, after) = Paging.Read(context.Request.Query, errors);
        var (campaign, asked, problem) = await AskedAsync(context, campaignId, desk, now, errors);
        if (problem is not null)
            return problem;
        var lines = await ledger.ReadAsync(figures => figures.CampaignCasesAsync(asked! with { After = after ?? 0, Limit = limit + 1 }), context.RequestAborted);
        var (page, next) = Paging.Cut(lines, limit, l => l.Position);
        var today = now.DayOf(time.GetUtcNow());
        return new Answer<CampaignCasesView>(new CampaignCasesView([.. page.Select(l => View(l, campaign!, now, today))], next), WireJson.Answers.CampaignCasesView);
    }

    private static async Task<IResult> CaseAsync(
        HttpContext context, string campaignId, string caseId, CampaignDesk desk, IFigureDesk ledger, ICityDirectory city, TimeProvider time)
    {
        if (await desk.FindAsync(campaignId) is not { } campaign)
            return CampaignDesk.Unknown;
        var (now, today) = (city.Current, city.Current.DayOf(time.GetUtcNow()));
        if (!Guid.TryParseExact(caseId, "D", out var guid)
            || await desk.FindEntryAsync(new CampaignEntryId(campaign.CampaignId, new CaseId(guid)), context.RequestAborted) is not var (_, history))
            return CampaignDesk.UnknownCase;
        var everything = Everything(campaign) with { SeenBy = CaseSight.ConfinedTo(context.Actor()), After = history[0].Recorded.Position - 1, Limit = 1 };
        var line = (await ledger.ReadAsync(figures => figures.CampaignCasesAsync(everything), context.RequestAborted)).FirstOrDefault(l => l.Case.Guid == guid);
        return line is null ? CampaignDesk.UnknownCase : new Answer<CampaignEntryView>(
            new CampaignEntryView(View(line, campaign, now, today), [.. history.Select(h => CampaignHistory.Step(h.Recorded, h.Event, now))]), WireJson.Answers.CampaignEntryView);
    }

    private static async Task<IResult> ExportAsync(
        HttpContext context, string campaignId, CampaignDesk desk, IFigureDesk ledger, ICityDirectory city, IAccessLog accesses, TimeProvider time)
    {
        var (errors, actor, now) = (new FieldErrors(), context.Actor(), city.Current);
        var (campaign, asked, problem) = await AskedAsync(context, campaignId, desk, now, errors);
        if (problem is not null)
            return problem;
        var today = now.DayOf(time.GetUtcNow());
        var lines = await ledger.ReadAsync(figures => figures.CampaignCasesAsync(asked!), context.RequestAborted);
        await accesses.RecordAsync(new AccessRecord(actor.Subject, actor.Court.Value, "export", $"campaigns/{campaignId}"), context.RequestAborted);
        return new FileAnswer(
            FileForm.Xlsx,
            string.Create(CultureInfo.InvariantCulture, $"集中办访月台账{today:yyyyMMdd}"),
            (stream, _) =>
            {
                CampaignSheet.Write(stream, lines.Select(l => View(l, campaign!, now, today)));
                return Task.CompletedTask;
            });
    }

    private static async Task<IResult> CountAsync(HttpContext context, string campaignId, CampaignDesk desk, IFigureDesk ledger, ICityDirectory city, TimeProvider time)
    {
        var (errors, actor, now, query) = (new FieldErrors(), context.Actor(), city.Current, context.Request.Query);
        var by = query.TryGetValue("by", out var named) ? named.ToString().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : ["court"];
        if (by.Except(["court", "unit"]).Any() || by.Distinct().Count() != by.Length)
            errors.Malformed("by", "可用的分组：court、unit，以逗号分隔，每项一次。");
        var court = ReportScope.Read(query["court"].ToString(), actor, now, errors);
        if (errors.ToProblem() is { } problem)
            return problem;
        if (!ReportScope.MayRead(actor, court))
            return Problems.Forbidden("只能查看本院的统计数字。");
        if (await desk.FindAsync(campaignId) is not { } campaign)
            return CampaignDesk.Unknown;
        var today = now.DayOf(time.GetUtcNow());
        var (point, lines) = await ledger.ReadAsync(
            async figures => (await figures.PointAsync(), await figures.CampaignCasesAsync(Everything(campaign) with { Court = court })), context.RequestAborted);
        return new Answer<CampaignCountsView>(
            new CampaignCountsView(
                new AsOfView(point.Position, point.At), View(campaign, today), CampaignCounting.Count(lines, campaign, by.Contains("court"), by.Contains("unit"), today)),
            WireJson.Answers.CampaignCountsView);
    }

    /// <summary>Which part of whose ledger is asked for; or a problem.</summary>
    private static async Task<(CampaignAnswer? Campaign, CampaignFilter? Filter, Problem? Problem)> AskedAsync(
        HttpContext context, string campaignId, CampaignDesk desk, CitySnapshot city, FieldErrors errors)
    {
        var query = context.Request.Query;
        CourtId? court = query["court"] is [{ Length: > 0 } named] ? new CourtId(named) : null;
        if (court is { } asked && city.Court(asked) is null)
            errors.Invalid("court", "没有这个法院，请填写法院编号。");
        var unit = query["unit"] is [{ Length: > 0 } of] ? ReportingUnits.Of(city).FirstOrDefault(u => u.Unit.Value == of)?.Unit : null;
        if (unit is null && query["unit"].ToString().Length > 0)
            errors.Invalid("unit", "没有这个单位；基层法院写法院编号，中院庭室写“zy:民一庭”。");
        if (query.TryGetValue("key", out var key) && key != "true" && key != "false")
            errors.Malformed("key", "应为 true 或 false。");
        var (level, batch, progress) = (
            QueryWord.Read<CampaignLevel>(query, "level", errors), QueryWord.Read<CampaignBatch>(query, "batch", errors), QueryWord.Read<CampaignProgress>(query, "progress", errors));
        if (errors.ToProblem() is { } problem)
            return (null, null, problem);
        return await desk.FindAsync(campaignId) is not { } campaign ? (null, null, CampaignDesk.Unknown)
            : (
                campaign,
                Everything(campaign) with
                {
                    SeenBy = CaseSight.ConfinedTo(context.Actor()),
                    Court = court,
                    Unit = unit,
                    Level = level,
                    Batch = batch,
                    OnlyKey = key == "true",
                    Progress = progress,
                },
                null);
    }

    private static CampaignFilter Everything(CampaignAnswer campaign) =>
        new(campaign.CampaignId, campaign.FirstDay, campaign.LastDay, null, null, null, null, null, OnlyKey: false, null, After: 0, Limit: int.MaxValue);

    private static CampaignView View(CampaignAnswer campaign, DateOnly today) => new(
        campaign.CampaignId, campaign.Title, campaign.FirstDay, campaign.LastDay, [.. campaign.Courts.Select(c => c.Value)], campaign.FirstDay <= today && today <= campaign.LastDay);

    private static CampaignCaseView View(CampaignCaseLine l, CampaignAnswer campaign, CitySnapshot city, DateOnly today) => new(
        l.Case,
        l.Matter == l.Case ? null : l.Matter,
        l.Number?.Value,
        l.Status,
        l.Unit.Value,
        ReportingUnits.Find(city, l.Unit)?.Name ?? l.Unit.Value,
        l.Judge,
        l.Owner is { } owner ? DutyLeaderView.Of(owner, city) : null,
        l.Responsible is { } responsible ? DutyLeaderView.Of(responsible, city) : null,
        l.GatheredOn,
        l.LimitOn ?? campaign.LastDay,
        CampaignCounting.IsOverdue(l, campaign, today),
        l.Progress,
        l.IsKey,
        l.Team,
        l.HasPlan,
        l.Level,
        l.LevelOn,
        l.Hearings,
        l.Batches,
        [.. l.SharedWith.Select(c => c.Value)],
        l.Progress == CampaignProgress.StruckOff ? l.StruckOn : null);
}
