using PetitionMesh.Gateway.Rosters;

namespace PetitionMesh.Gateway.Manner;

/// <summary>Reads a field of a question that is a city day.</summary>
internal static class QueryDay
{
    /// <param name="otherwise">Null where the day must be given.</param>
    public static DateOnly Read(IQueryCollection query, string name, DateOnly? otherwise, FieldErrors errors)
    {
        if (RosterReading.TryDay(query[name], out var day))
            return day;
        if (query.ContainsKey(name))
            errors.Malformed(name, "请填写日期，例如 2026-11-21。");
        else if (otherwise is null)
            errors.Missing(name);
        return otherwise ?? default;
    }
}
