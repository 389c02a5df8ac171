using PetitionMesh.Gateway.Manner;
using PetitionMesh.Gateway.Reports;
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
        var query = context.Request.Query;
        var kind = QueryWord.Read<RoutingKind>(query, "kind", errors);
        var state = QueryWord.Read<RoutingStatus>(query, "state", errors);
        var due = QueryWord.Read(query, "due", errors, ClockState.Paused);
        return RegisterPart.OfLines(context, city, errors, "分流单", out problem) is { } part ? new RoutingFilter(part.From, part.To, part.Court, kind, state, due, today, long.MaxValue, Paging.Largest) : null;
    }
}
