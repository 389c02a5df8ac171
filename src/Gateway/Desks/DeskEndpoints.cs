using PetitionMesh.Gateway.Auth;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Gateway.Streams;
using PetitionMesh.Grains;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Gateway.Desks;

/// <summary><c>/api/leaders/{id}/desk</c> and its live stream: for the leader himself, his court's petition office and the supervisor.</summary>
internal static class DeskEndpoints
{
    public static void AddDesks(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<LeaderDesks>();
        builder.Services.AddSingleton<IDeskDue, SummonsesDue>();
        builder.Services.AddSingleton<IDeskDue, ClocksDue>();
    }

    public static void MapDesks(this IEndpointRouteBuilder routes)
    {
        var leaders = routes.MapGroup("/api/leaders/{id}").RequireAuthorization(Policies.ReadDesks).WithTags("包案领导");
        leaders.MapGet("/desk", ReadAsync).Produces<DeskView>().WithSummary("包案领导工作台：在办事项、到场通知、来信来电提示、待办、全年接访与化解、值班");
        leaders.MapGet("/events", FollowAsync).Produces(200, contentType: "text/event-stream")
            .WithSummary("工作台实时消息（SSE）：编号为日志位置，Last-Event-ID 续传，或以 after 从工作台的 position 起");
        routes.MapGet("/api/courts/{court}/events", FollowOfficeAsync).RequireAuthorization(Policies.ReadOwnerless).WithTags("包案领导")
            .Produces(200, contentType: "text/event-stream").WithSummary("信访部门实时消息（SSE）：到场通知无人回应、事项无在岗包案领导");
    }

    private static async Task<IResult> ReadAsync(HttpContext context, string id, LeaderDesks desks, ICityDirectory city)
    {
        if (Find(id, context.Actor(), city.Current, out var problem) is not { } leader)
            return problem!;
        return new Answer<DeskView>(await desks.ReadAsync(leader, context.RequestAborted), WireJson.Answers.DeskView);
    }

    private static async Task<IResult> FollowAsync(HttpContext context, string id, EventStreams streams, ICityDirectory city)
    {
        if (Find(id, context.Actor(), city.Current, out var problem) is not { } leader)
            return problem!;
        return await streams.OpenAsync(context, LeaderNews.For(leader.Id));
    }

    private static async Task<IResult> FollowOfficeAsync(HttpContext context, string court, EventStreams streams, ICityDirectory city)
    {
        var actor = context.Actor();
        if (city.Current.Court(new CourtId(court)) is not { } known)
            return Problems.NotFound("没有这个法院，请核对法院编号。");
        return actor.Role == Role.Supervisor || actor.Court == known.Id
            ? await streams.OpenAsync(context, OfficeNews.For(known.Id))
            : Problems.Forbidden("只能接收本院信访部门的消息。");
    }

    private static Leader? Find(string id, Actor actor, CitySnapshot city, out Problem? problem)
    {
        var leader = city.Leader(new LeaderId(id));
        problem = leader is null ? Problems.NotFound("没有这位领导，请核对领导编号。")
            : MayRead(actor, leader) ? null
            : Problems.Forbidden("工作台由领导本人、其所在法院信访部门和中院信访局查看。");
        return problem is null ? leader : null;
    }

    private static bool MayRead(Actor actor, Leader leader) =>
        actor.Role == Role.Supervisor
        || (actor.Role == Role.Office && actor.Court == leader.Court)
        || (actor.Role == Role.Leader && actor.Subject == leader.Id.Value);
}
