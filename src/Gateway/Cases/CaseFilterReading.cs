using System.Collections.Frozen;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Grains;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Leaders;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.Cases;

/// <summary>Reads <c>?court=&amp;owner=&amp;status=&amp;due=&amp;caseNumber=</c>.</summary>
internal static class CaseFilterReading
{
    private static readonly FrozenDictionary<string, CaseStatus> Statuses =
        Enum.GetValues<CaseStatus>().ToFrozenDictionary(EnumWords.Of);

    private static readonly FrozenDictionary<string, ClockState> ClockStates =
        Enum.GetValues<ClockState>().ToFrozenDictionary(EnumWords.Of);

    public static CaseFilter? Read(IQueryCollection query, Actor actor, CitySnapshot city, DateTimeOffset now, out Problem? problem)
    {
        var errors = new FieldErrors();
        var (limit, after) = Paging.Read(query, errors);
        var filter = new CaseFilter(
            CaseSight.ConfinedTo(actor),
            Text(query, "court", errors) is { } court ? Known(court, city, errors) : null,
            Text(query, "owner", errors) is { } owner ? Known(city.Leader(new LeaderId(owner))?.Id, errors) : null,
            Text(query, "status", errors) is { } status ? Status(status, errors) : null,
            Text(query, "caseNumber", errors) is { } number ? Number(number, errors) : null,
            after,
            limit,
            Text(query, "due", errors) is { } due ? Due(due, city.DayOf(now), errors) : null);
        problem = errors.ToProblem();
        return problem is null ? filter : null;
    }

    private static string? Text(IQueryCollection query, string name, FieldErrors errors)
    {
        if (query[name].Count > 1)
            errors.Malformed(name, "只能填写一次。");
        return query[name] is [{ Length: > 0 } text] ? text : null;
    }

    private static CourtId? Known(string court, CitySnapshot city, FieldErrors errors)
    {
        if (city.Court(new CourtId(court)) is null)
            errors.Invalid("court", "没有这个法院，请填写法院编号。");
        return new CourtId(court);
    }

    private static LeaderId? Known(LeaderId? leader, FieldErrors errors)
    {
        if (leader is null)
            errors.Invalid("owner", "没有这位领导，请填写领导编号。");
        return leader;
    }

    private static CaseStatus? Status(string word, FieldErrors errors)
    {
        if (Statuses.TryGetValue(word, out var status))
            return status;
        errors.Invalid("status", $"没有这种状态，可用：{string.Join('、', Statuses.Keys.Order(StringComparer.Ordinal))}。");
        return null;
    }

    private static DueFilter? Due(string word, DateOnly today, FieldErrors errors)
    {
        if (ClockStates.TryGetValue(word, out var state))
            return new DueFilter(state, today);
        errors.Invalid("due", $"没有这种期限状态，可用：{string.Join('、', ClockStates.Keys.Order(StringComparer.Ordinal))}。");
        return null;
    }

    private static CaseNumber? Number(string text, FieldErrors errors)
    {
        if (CaseNumber.TryParse(text, out var number, out var problem))
            return number;
        errors.Invalid("caseNumber", problem);
        return null;
    }
}
