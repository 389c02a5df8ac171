using PetitionMesh.Gateway.Auth;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Gateway.Reports;
using PetitionMesh.Grains;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Routings;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.Routings;

/// <summary>Reads which part of the register of routing slips is asked for.</summary>
internal static class RoutingQuestion
{
    /// <returns>Null with the <paramref name="problem"/> when it cannot be told, or is another court's.</returns>
    public static RoutingFilter? Read(HttpContext context, CitySnapshot city, DateOnly today, FieldErrors errors, out Problem? problem)
    {
        var (query, actor) = (context.Request.Query, context.Actor());
        var from = QueryDay.Read(query, "from", DateOnly.MinValue, errors);
        var to = QueryDay.Read(query, "to", DateOnly.MaxValue, errors);
        if (to < from)
            errors.Invalid("to", "截止日期早于起始日期。");
        var kind = QueryWord.Read<RoutingKind>(query, "kind", errors);
        var state = QueryWord.Read<RoutingStatus>(query, "state", errors);
        var due = QueryWord.Read(query, "due", errors, ClockState.Paused);
        var named = query["court"].ToString();
        CourtId? court = actor.Role == Role.Supervisor ? ReportScope.Read(named, actor, city, errors) : actor.Court;
        problem = errors.ToProblem()
            ?? (actor.Role != Role.Supervisor && named.Length > 0 && named != actor.Court.Value ? Problems.Forbidden("只能查看本院的分流单。") : null);
        return problem is null ? new RoutingFilter(from, to, court, kind, state, due, today, long.MaxValue, Paging.Largest) : null;
    }
}
