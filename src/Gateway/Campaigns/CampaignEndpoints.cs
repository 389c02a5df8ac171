using System.Text.Json.Serialization.Metadata;
using Orleans;
using PetitionMesh.Gateway.Auth;
using PetitionMesh.Gateway.Commands;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Grains;
using PetitionMesh.Grains.Campaigns;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;

namespace PetitionMesh.Gateway.Campaigns;

/// <summary><c>/api/campaigns</c>: a month of concentrated handling, and what is done about each case of its ledger (L1 to L7).</summary>
internal static class CampaignEndpoints
{
    public static void MapCampaigns(this IEndpointRouteBuilder routes)
    {
        var campaigns = routes.MapGroup("/api/campaigns").WithTags("集中办访月");
        campaigns.MapPost("/", OpenAsync).RequireAuthorization(Policies.OpenCampaigns)
            .Accepts<CampaignBody>("application/json").Produces<CampaignAnswer>(StatusCodes.Status201Created).WithSummary("开展集中办访月，写明起止日期");
        campaigns.MapPost("/{campaignId}/days", ChangeDaysAsync).RequireAuthorization(Policies.OpenCampaigns)
            .Accepts<CampaignDaysBody>("application/json").Produces<CampaignAnswer>().WithSummary("调整起止日期，写明理由");
        campaigns.MapPost("/{campaignId}/cases", GatherAsync).RequireAuthorization(Policies.RunCampaigns)
            .Accepts<GatherBody>("application/json").Produces<CampaignEntryAnswer>(StatusCodes.Status201Created).WithSummary("将信访事项列入集中办访台账");
        campaigns.MapStep<KeyCaseBody>(
            "key", "列为重点案件，组成专班", Policies.RunCampaigns, WireJson.Bodies.KeyCaseBody, (reading, body, step) => step with { Key = reading.Read(body) });
        campaigns.MapStep<LevelBody>(
            "receive", "逐级接访", Policies.ReadCampaigns, WireJson.Bodies.LevelBody, (reading, body, step) => step with { Receive = reading.Read(body) });
        campaigns.MapStep<BatchBody>(
            "batch", "归入处理批次", Policies.RunCampaigns, WireJson.Bodies.BatchBody, (reading, body, step) => step with { Handle = reading.Read(body) });
        campaigns.MapStep<ShareBody>(
            "share", "与其他法院共同办理、共享信息", Policies.RunCampaigns, WireJson.Bodies.ShareBody, (reading, body, step) => step with { Share = reading.Read(body) });
        campaigns.MapStep<StrikeOffBody>(
            "strike-off", "办结后销号", Policies.RunCampaigns, WireJson.Bodies.StrikeOffBody, (reading, body, step) => step with { StrikeOff = reading.Read(body) });
        campaigns.MapStep<EntryReasonBody>(
            "restore", "恢复办理，撤销销号", Policies.RunCampaigns, WireJson.Bodies.EntryReasonBody, (reading, body, step) => step with { Restore = reading.Read(body) });
        campaigns.MapStep<ChangeEntryBody>(
            "change", "更换承办法官、责任领导或者办理期限", Policies.RunCampaigns, WireJson.Bodies.ChangeEntryBody,
            (reading, body, step) => step with { Change = reading.Read(body) });
        campaigns.MapStep<EntryReasonBody>(
            "remove", "误列的移出台账，可以重新列入", Policies.RunCampaigns, WireJson.Bodies.EntryReasonBody, (reading, body, step) => step with { Remove = reading.Read(body) });
    }

    private static void MapStep<TBody>(
        this RouteGroupBuilder campaigns, string step, string summary, string policy, JsonTypeInfo<TBody> shape, Func<CampaignReading, TBody, CampaignStep, CampaignStep> read)
        where TBody : class =>
        campaigns.MapPost($"/{{campaignId}}/cases/{{caseId}}/{step}", async (
                HttpContext context, string campaignId, string caseId, CampaignDesk desk, ICityDirectory city, CommandIds ids, RecordedActs acts, TimeProvider time) =>
            {
                var body = await ids.ReadAsync(context, shape);
                if (body.Problem is not null)
                    return body.Problem;
                var (actor, now) = (context.Actor(), time.GetUtcNow());
                var reading = new CampaignReading(city.Current, actor, city.Current.DayOf(now));
                var asked = read(reading, body.Value, new CampaignStep(body.Id, actor, now, null));
                if (reading.Problem is { } problem)
                    return await acts.RefuseAsync(body.Id, problem, context.RequestAborted);
                if (await desk.FindAsync(campaignId) is not { } campaign)
                    return CampaignDesk.Unknown;
                if (!Guid.TryParseExact(caseId, "D", out var guid)
                    || await desk.MatterAsync(campaign, new CaseId(guid), context.RequestAborted) is not { } matter
                    || await desk.SceneAsync(campaign, matter, now) is not { } scene)
                    return await acts.RefuseAsync(body.Id, CampaignDesk.UnknownCase, context.RequestAborted);
                return await desk.StepAsync(campaign, matter, asked with { Scene = scene }, context.RequestAborted);
            })
            .RequireAuthorization(policy).Accepts<TBody>("application/json").Produces<CampaignEntryAnswer>().WithSummary(summary);

    private static async Task<IResult> OpenAsync(
        HttpContext context, ICityDirectory city, CommandIds ids, IGrainFactory grains, RecordedActs acts, TimeProvider time)
    {
        var body = await ids.ReadAsync(context, WireJson.Bodies.CampaignBody);
        if (body.Problem is not null)
            return body.Problem;
        var (actor, now) = (context.Actor(), time.GetUtcNow());
        var reading = new CampaignReading(city.Current, actor, city.Current.DayOf(now));
        var asked = reading.Read(body.Value, body.Id, now);
        return reading.Problem is { } problem
            ? await acts.RefuseAsync(body.Id, problem, context.RequestAborted)
            : await acts.DoAsync(body.Id, () => grains.GetGrain<ICampaignGrain>(asked.Campaign.Value).SetAsync(asked), context.RequestAborted);
    }

    private static async Task<IResult> ChangeDaysAsync(
        HttpContext context, string campaignId, ICityDirectory city, CommandIds ids, IGrainFactory grains, RecordedActs acts, TimeProvider time)
    {
        var body = await ids.ReadAsync(context, WireJson.Bodies.CampaignDaysBody);
        if (body.Problem is not null)
            return body.Problem;
        var (actor, now) = (context.Actor(), time.GetUtcNow());
        var reading = new CampaignReading(city.Current, actor, city.Current.DayOf(now));
        var asked = reading.Read(body.Value, body.Id, now);
        if (reading.Problem is { } problem)
            return problem;
        return Guid.TryParseExact(campaignId, "D", out var guid)
            ? await acts.DoAsync(body.Id, () => grains.GetGrain<ICampaignGrain>(new CampaignId(guid).Value).SetAsync(asked), context.RequestAborted)
            : CampaignDesk.Unknown;
    }

    private static async Task<IResult> GatherAsync(
        HttpContext context, string campaignId, CampaignDesk desk, ICityDirectory city, CommandIds ids, IGrainFactory grains, RecordedActs acts, TimeProvider time)
    {
        var body = await ids.ReadAsync(context, WireJson.Bodies.GatherBody);
        if (body.Problem is not null)
            return body.Problem;
        var (actor, now) = (context.Actor(), time.GetUtcNow());
        var reading = new CampaignReading(city.Current, actor, city.Current.DayOf(now));
        var gather = reading.Read(body.Value);
        if (reading.Problem is { } problem)
            return await acts.RefuseAsync(body.Id, problem, context.RequestAborted);
        if (await desk.FindAsync(campaignId) is not { } campaign)
            return CampaignDesk.Unknown;
        if (await desk.SeenAsync(actor, body.Value.CaseId!, context.RequestAborted) is not { } standing)
            return await acts.RefuseAsync(body.Id, UnknownToCaller.ToProblem(), context.RequestAborted);
        if (await desk.MatterAsync(campaign, standing.Case, context.RequestAborted) is not null)
            return await acts.RefuseAsync(body.Id, CampaignDecider.AlreadyGathered.ToProblem(), context.RequestAborted);
        if (!standing.Courts.Contains(gather.Unit.Court))
            return await acts.RefuseAsync(body.Id, UnknownToUnit.ToProblem(), context.RequestAborted);
        var entry = new CampaignEntryId(campaign.CampaignId, standing.Case);
        var step = new CampaignStep(body.Id, actor, now, desk.SceneOf(campaign, standing, now)) { Gather = gather };
        return await acts.DoAsync(body.Id, () => grains.GetGrain<ICampaignEntryGrain>(entry.Value).StepAsync(step), context.RequestAborted);
    }

    private static Refusal UnknownToCaller => Refusal.Breaks("unknown-case", "L1", "本院没有这个信访事项，请核对编号；没有登记的，请先登记接访。", "caseId");

    /// <summary>Who is responsible must be able to open the case, hear it and close it.</summary>
    private static Refusal UnknownToUnit => Refusal.Breaks("unit-not-in-case", "L1", "责任单位所属法院没有参与办理该事项，不能由其负责；请选择办理该事项的法院。", "unit");
}
