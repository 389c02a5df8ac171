using System.Collections.Immutable;

namespace PetitionMesh.Grains.City;

/// <summary>What a city document must be, and what loading one changes.</summary>
public static class CityDecider
{
    public static Decision<CityEvent> Load(CityState state, CityDocument document)
    {
        if (Problem(document) is { } problem)
            return problem;
        var merged = document with { Leaders = WithLeavers(state.Document, document) };
        return state.Document is { } known && CityDocuments.AreEqual(known, merged) ? [] : [new CityEvent.Loaded(merged), .. Leavers(state.Document, merged)];
    }

    private static IEnumerable<CityEvent> Leavers(CityDocument? known, CityDocument document)
    {
        var active = document.Leaders.Where(l => l.Active).Select(l => l.Id).ToHashSet();
        return known is null ? [] : known.Leaders.Where(l => l.Active && !active.Contains(l.Id)).Select(l => new CityEvent.LeaderLeft(l.Id));
    }

    /// <summary>Leaders who are left out stay known, inactive: what they received and own keeps their name.</summary>
    private static ImmutableArray<Leader> WithLeavers(CityDocument? known, CityDocument document)
    {
        if (known is null)
            return document.Leaders;
        var present = document.Leaders.Select(l => l.Id).ToHashSet();
        return [.. document.Leaders, .. known.Leaders.Where(l => !present.Contains(l.Id)).Select(l => l with { Active = false })];
    }

    private static Refusal? Problem(CityDocument document)
    {
        var courts = document.Courts.Select(c => c.Id).ToHashSet();
        if (courts.Count != document.Courts.Length)
            return Refusal.Breaks("city-courts", null, "法院编号重复，请逐一核对 courts。", "courts");
        if (document.Courts.Count(c => c.Tier == CourtTier.Intermediate) != 1)
            return Refusal.Breaks("city-courts", null, "一个城市应当有且只有一个中级人民法院，请核对 courts 的 tier。", "courts");
        if (document.Leaders.Select(l => l.Id).Distinct().Count() != document.Leaders.Length)
            return Refusal.Breaks("city-leaders", "W1", "领导编号重复，请逐一核对 leaders。", "leaders");
        if (document.Leaders.FirstOrDefault(l => !courts.Contains(l.Court) || l.LinkedCourts.Any(c => !courts.Contains(c))) is { } lost)
            return Refusal.Breaks("city-leaders", "W1", $"领导 {lost.Id} 所在或联系的法院不在 courts 中，请核对。", "leaders");
        return TimeZoneInfo.TryFindSystemTimeZoneById(document.TimeZone, out _)
            ? null
            : Refusal.Breaks("city-time-zone", null, "无法识别的时区，请使用 Asia/Shanghai 一类的名称。", "timeZone");
    }
}
