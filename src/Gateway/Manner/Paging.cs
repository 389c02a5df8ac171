using System.Globalization;

namespace PetitionMesh.Gateway.Manner;

/// <summary>Reads <c>?limit=&amp;after=</c>: 1 to 200, default 50, larger is taken as 200.</summary>
internal static class Paging
{
    public const int Largest = 200;
    public const int Usual = 50;

    public static (int Limit, long? After) Read(IQueryCollection query, FieldErrors errors)
    {
        var limit = Usual;
        if (query.TryGetValue("limit", out var asked) && !(int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out limit) && limit > 0))
            errors.Malformed("limit", $"应为 1 至 {Largest} 的整数。");
        long? after = null;
        if (query.TryGetValue("after", out var from))
        {
            if (long.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var position))
                after = position;
            else
                errors.Malformed("after", "应为上一页返回的 next。");
        }
        return (Math.Min(limit, Largest), after);
    }

    public static string? Next(long? next) => next?.ToString(CultureInfo.InvariantCulture);
}
