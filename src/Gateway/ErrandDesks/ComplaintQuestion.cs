using PetitionMesh.Gateway.Manner;
using PetitionMesh.Gateway.Reports;
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
        var query = context.Request.Query;
        var state = QueryWord.Read<ComplaintStatus>(query, "state", errors);
        var due = QueryWord.Read(query, "due", errors, ClockState.Paused);
        ErrandDeskId? desk = query["desk"] is [{ Length: > 0 } id] && Guid.TryParseExact(id, "D", out var guid) ? new ErrandDeskId(guid) : null;
        if (desk is null && query["desk"].ToString().Length > 0)
            errors.Malformed("desk", "请填写窗口编号。");
        return RegisterPart.OfLines(context, city, errors, "办不成事反映", out problem) is { } part ? new ComplaintFilter(part.From, part.To, part.Court, desk, state, due, today, long.MaxValue, Paging.Largest) : null;
    }
}
