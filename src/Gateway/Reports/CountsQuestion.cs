using System.Globalization;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Grains.City;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.Reports;

/// <summary>What a further split of the figures is by; at most one, because there is no cross product of them.</summary>
internal enum CountsSplit
{
    None,
    First,
    Level,
    Kind,
    Source,
    Outcome,
}

/// <summary>A question about figures, as the address puts it.</summary>
internal sealed record CountsQuestion(DateOnly From, DateOnly To, CountsBy By, CountsSplit Split, CourtId? Court)
{
    /// <summary>Longest span of one question, days: ten years.</summary>
    private const int LongestSpan = 3660;

    private const string Words = "应为 court、channel、day 的任意组合，另可加 first、level、kind、source、outcome 中的一项，以逗号分隔，不重复。";

    public static CountsQuestion Read(IQueryCollection query, CourtId? court, FieldErrors errors)
    {
        var from = Day(query, "from", errors);
        var to = Day(query, "to", errors);
        var (by, split) = Splits(query["by"].ToString(), errors);
        if (!errors.Any && to < from)
            errors.Invalid("to", "截止日期早于起始日期。");
        if (!errors.Any && to.DayNumber - from.DayNumber >= LongestSpan)
            errors.Invalid("to", $"一次最多统计 {LongestSpan} 天。");
        if (split == CountsSplit.Outcome && by.HasFlag(CountsBy.Channel))
            errors.Malformed("by", "办结情况不分渠道，请去掉 channel。");
        return new CountsQuestion(from, to, by, split, court);
    }

    public async Task<CountsView> AskAsync(IFigures figures)
    {
        if (Split == CountsSplit.Outcome)
            return await OutcomesAsync(figures);
        var counts = await figures.ReceptionsAsync(From, To, By, Court);
        return new CountsView(new AsOfView(counts.Position, counts.At), [.. counts.Rows.SelectMany(Rows)]);
    }

    private async Task<CountsView> OutcomesAsync(IFigures figures)
    {
        var point = await figures.PointAsync();
        var rows = By.HasFlag(CountsBy.Day)
            ? (await figures.ResolutionsByDayAsync(From, To, Court)).Select(r => (Day: (DateOnly?)r.Day, r.Court, r.Ground, r.Resolved, r.Provisional))
            : (await figures.ResolutionsAsync(From, To, Court)).Select(r => (Day: (DateOnly?)null, r.Court, r.Ground, r.Resolved, r.Provisional));
        return new CountsView(
            new AsOfView(point.Position, point.At),
            [
                .. rows.GroupBy(r => (r.Day, Court: By.HasFlag(CountsBy.Court) ? r.Court.Value : null, r.Ground))
                    .OrderBy(g => g.Key.Day).ThenBy(g => g.Key.Court, StringComparer.Ordinal).ThenBy(g => g.Key.Ground)
                    .Select(g => new CountView
                    {
                        Court = g.Key.Court, Day = g.Key.Day, Outcome = g.Key.Ground, Resolved = g.Sum(r => r.Resolved), Provisional = g.Sum(r => r.Provisional),
                    }),
            ]);
    }

    private IEnumerable<CountView> Rows(CountRow row)
    {
        var whole = new CountView { Court = row.Court?.Value, Channel = row.Channel, Day = row.Day };
        (string Word, long Count)[] parts = Split switch
        {
            CountsSplit.First => [("first", row.First), ("repeat", row.Repeat)],
            CountsSplit.Level =>
                [("local", row.Receptions - row.ToCity - row.ToProvince - row.ToCapital), ("city", row.ToCity), ("province", row.ToProvince), ("capital", row.ToCapital)],
            CountsSplit.Kind =>
            [
                ("civil", row.Civil), ("criminal", row.Criminal), ("administrative", row.Administrative), ("enforcement", row.Enforcement),
                ("other", row.Receptions - row.Civil - row.Criminal - row.Administrative - row.Enforcement),
            ],
            CountsSplit.Source => [("own", row.Receptions - row.Imported), ("imported", row.Imported)],
            _ => [],
        };
        if (parts.Length == 0)
        {
            yield return whole with
            {
                Receptions = row.Receptions,
                First = row.First,
                Repeat = row.Repeat,
                Collective = row.Collective,
                SkipLevel = row.SkipLevel,
                Persons = row.Persons,
            };
        }
        foreach (var (word, count) in parts.Where(p => p.Count != 0))
        {
            var part = whole with { Receptions = count };
            yield return Split switch
            {
                CountsSplit.First => part with { Turn = word },
                CountsSplit.Level => part with { Level = word },
                CountsSplit.Kind => part with { Kind = word },
                _ => part with { Source = word },
            };
        }
    }

    private static (CountsBy Cells, CountsSplit Further) Splits(string text, FieldErrors errors)
    {
        var (by, split) = (CountsBy.Nothing, CountsSplit.None);
        foreach (var word in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var one = word switch { "court" => CountsBy.Court, "channel" => CountsBy.Channel, "day" => CountsBy.Day, _ => CountsBy.Nothing };
            var further = word switch
            {
                "first" => CountsSplit.First,
                "level" => CountsSplit.Level,
                "kind" => CountsSplit.Kind,
                "source" => CountsSplit.Source,
                "outcome" => CountsSplit.Outcome,
                _ => CountsSplit.None,
            };
            if ((one == CountsBy.Nothing && further == CountsSplit.None) || (one != CountsBy.Nothing && by.HasFlag(one)) || (further != CountsSplit.None && split != CountsSplit.None))
                errors.Malformed("by", Words);
            by |= one;
            split = further == CountsSplit.None ? split : further;
        }
        return (by, split);
    }

    private static DateOnly Day(IQueryCollection query, string name, FieldErrors errors)
    {
        var text = query[name].ToString();
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        if (text.Length == 0)
            errors.Missing(name);
        else
            errors.Malformed(name, "应为日期，例如 2026-11-21，并核对日期是否存在。");
        return default;
    }
}
