using System.Collections.Immutable;
using PetitionMesh.Gateway.Auth;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Gateway.OpenApi;
using PetitionMesh.Grains;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.Desks;

/// <summary><c>/api/awaiting</c>: what waits for the caller's signature or decision (J6, W14). Leaders find it on their desks too.</summary>
internal static class Awaiting
{
    public static void MapAwaiting(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/awaiting", ListAsync).RequireAuthorization(Policies.ReadAwaiting).WithTags("办理")
            .Produces<AwaitingListView>().WithSummary("待本人签批、修改或答复的事项，等候最久的在前")
            .Asks(Ask.Limit, Ask.After);

    /// <summary>In each capacity he has.</summary>
    public static AwaitedOf Of(Leader leader, CitySnapshot city)
    {
        if (!leader.Active)
            return new AwaitedOf();
        var intermediate = city.Court(leader.Court)?.Tier == CourtTier.Intermediate;
        return new AwaitedOf(
            leader.Id,
            leader.Rank == LeaderRank.President && !intermediate ? leader.Court : null,
            intermediate && leader.Rank is LeaderRank.President or LeaderRank.VicePresident);
    }

    private static async Task<IResult> ListAsync(HttpContext context, ILedger ledger, ICityDirectory city)
    {
        var errors = new FieldErrors();
        var (limit, after) = Paging.Read(context.Request.Query, errors);
        if (errors.ToProblem() is { } problem)
            return problem;
        var lines = await ledger.ListAwaitedAsync(Of(context.Actor(), city.Current), after ?? 0, limit + 1, context.RequestAborted);
        var (page, next) = Paging.Cut(lines, limit, l => l.Position);
        return new Answer<AwaitingListView>(new AwaitingListView([.. page.Select(AwaitedView.Of)], next), WireJson.Answers.AwaitingListView);
    }

    private static AwaitedOf Of(Actor actor, CitySnapshot city) => actor.Role switch
    {
        Role.Leader when city.Leader(new LeaderId(actor.Subject)) is { } leader => Of(leader, city),
        Role.Supervisor => new AwaitedOf(Office: true),
        Role.LeadingGroup => new AwaitedOf(LeadingGroup: city.Court(actor.Court)?.Tier == CourtTier.Intermediate),
        _ => new AwaitedOf(),
    };
}

internal sealed record AwaitingListView(ImmutableArray<AwaitedView> Items, string? Next);

/// <summary>What waits for somebody's decision on a case.</summary>
/// <param name="Kind"><c>sign</c>, <c>revise</c> or <c>reopening</c>.</param>
/// <param name="What">In Chinese.</param>
/// <param name="Since">City day.</param>
internal sealed record AwaitedView(CaseId CaseId, string? CaseNumber, CaseStatus Status, string Kind, string What, string Rule, string? Court, DateOnly Since)
{
    public static AwaitedView Of(AwaitedLine line)
    {
        var (kind, what, rule) = (line.Kind, line.By) switch
        {
            ("reopening", _) => ("reopening", "信访人申请重新办理，待答复", "W14"),
            (_, "revision") => ("revise", "办结报告被退回或失效，待重新报结", "J6"),
            _ => ("sign", "办结报告待签批", "J6"),
        };
        return new AwaitedView(line.Case, line.Number?.Value, line.Status, kind, what, rule, line.Court?.Value, line.Since);
    }
}
