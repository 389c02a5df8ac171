using System.Collections.Immutable;
using System.Globalization;

namespace PetitionMesh.Gateway.Manner;

/// <summary>Reads <c>?limit=&amp;after=</c>: 1 to 200, default 50, larger is taken as 200.</summary>
internal static class Paging
{
    public const int Largest = 200;
    public const int Usual = 50;

    public static (int Limit, long? After) Read(IQueryCollection query, FieldErrors errors)
    {
        var limit = ReadLimit(query, errors);
        long? after = null;
        if (query.TryGetValue("after", out var from))
        {
            if (long.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var position))
                after = position;
            else
                errors.Malformed("after", NoPlace);
        }
        return (limit, after);
    }

    /// <summary>Of a list that is ordered by places of its own.</summary>
    public static (int Limit, string? After) Read(IQueryCollection query, Func<string, bool> isPlace, FieldErrors errors)
    {
        var limit = ReadLimit(query, errors);
        if (!query.TryGetValue("after", out var from))
            return (limit, null);
        if (from is not [{ } place] || !isPlace(place))
            errors.Malformed("after", NoPlace);
        return (limit, from);
    }

    private const string NoPlace = "应为上一页返回的 next。";

    private static int ReadLimit(IQueryCollection query, FieldErrors errors)
    {
        var limit = Usual;
        if (query.TryGetValue("limit", out var asked) && !TryLimit(asked, out limit))
            errors.Malformed("limit", $"应为 1 至 {Largest} 的整数。");
        return limit;
    }

    private static bool TryLimit(string? text, out int limit)
    {
        var read = System.Numerics.BigInteger.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && asked > 0;
        limit = read ? (int)System.Numerics.BigInteger.Min(asked, Largest) : Usual;
        return read;
    }

    /// <summary>The page out of rows that were read with one more than it holds, and where the next one begins.</summary>
    /// <param name="position">By which the rows are ordered.</param>
    public static (ImmutableArray<T> Page, string? Next) Cut<T>(ImmutableArray<T> rows, int limit, Func<T, long> position) =>
        rows.Length > limit ? (rows[..limit], Next(position(rows[limit - 1]))) : (rows, null);

    public static string? Next(long? next) => next?.ToString(CultureInfo.InvariantCulture);
}
