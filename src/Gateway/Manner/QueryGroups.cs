using System.Collections.Immutable;

namespace PetitionMesh.Gateway.Manner;

/// <summary>Reads what figures are grouped by, from <c>by</c>: words between commas, each once; an empty field groups by nothing.</summary>
internal static class QueryGroups
{
    /// <param name="otherwise">Where the field is left out.</param>
    public static ImmutableArray<string> Read(IQueryCollection query, FieldErrors errors, ImmutableArray<string> known, ImmutableArray<string> otherwise)
    {
        if (!query.TryGetValue("by", out var asked))
            return otherwise;
        ImmutableArray<string> by = [.. asked.ToString().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        if (by.Except(known).Any() || by.Distinct().Count() != by.Length)
            errors.Malformed("by", $"可用的分组：{string.Join('、', known)}，以逗号分隔，每项一次。");
        return by;
    }
}
