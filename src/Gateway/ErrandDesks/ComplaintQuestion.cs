using PetitionMesh.Gateway.Auth;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Gateway.Reports;
using PetitionMesh.Grains;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.ErrandDesks;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.ErrandDesks;

/// <summary>Reads which part of the register of complaints is asked for.</summary>
internal static class ComplaintQuestion
{
    /// <returns>Null with the <paramref name="problem"/> when it cannot be told, or is another court's.</returns>
    public static ComplaintFilter? Read(HttpContext context, CitySnapshot city, DateOnly today, FieldErrors errors, out Problem? problem)
    {
        var (query, actor) = (context.Request.Query, context.Actor());
        var from = QueryDay.Read(query, "from", DateOnly.MinValue, errors);
        var to = QueryDay.Read(query, "to", DateOnly.MaxValue, errors);
        if (to < from)
            errors.Invalid("to", "截止日期早于起始日期。");
        var state = QueryWord.Read<ComplaintStatus>(query, "state", errors);
        var due = QueryWord.Read(query, "due", errors, ClockState.Paused);
        ErrandDeskId? desk = query["desk"] is [{ Length: > 0 } id] && Guid.TryParseExact(id, "D", out var guid) ? new ErrandDeskId(guid) : null;
        if (desk is null && query["desk"].ToString().Length > 0)
            errors.Malformed("desk", "请填写窗口编号。");
        var named = query["court"].ToString();
        CourtId? court = actor.Role == Role.Supervisor ? ReportScope.Read(named, actor, city, errors) : actor.Court;
        problem = errors.ToProblem()
            ?? (actor.Role != Role.Supervisor && named.Length > 0 && named != actor.Court.Value ? Problems.Forbidden("只能查看本院的办不成事反映。") : null);
        return problem is null ? new ComplaintFilter(from, to, court, desk, state, due, today, long.MaxValue, Paging.Largest) : null;
    }
}
