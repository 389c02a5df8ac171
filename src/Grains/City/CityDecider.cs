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

    /// <summary>W3: who leaves his court leaves his cases to be taken over, also when he goes on at another one.</summary>
    private static IEnumerable<CityEvent> Leavers(CityDocument? known, CityDocument document)
    {
        var posts = document.Leaders.Where(l => l.Active).Select(l => (l.Id, l.Court)).ToHashSet();
        return known is null ? [] : known.Leaders.Where(l => l.Active && !posts.Contains((l.Id, l.Court))).Select(l => new CityEvent.LeaderLeft(l.Id));
    }

    /// <summary>Leaders who are left out stay known, inactive: what they received and own keeps their name.</summary>
    private static ImmutableArray<Leader> WithLeavers(CityDocument? known, CityDocument document)
    {
        if (known is null)
            return document.Leaders;
        var present = document.Leaders.Select(l => l.Id).ToHashSet();
        return [.. document.Leaders, .. known.Leaders.Where(l => !present.Contains(l.Id)).Select(l => l with { Active = false })];
    }

    /// <summary>Units are written as court, colon, division, and named in addresses.</summary>
    private static bool IsCompound(string name) => name.Any(c => c is '/' or ':' or '：' || char.IsWhiteSpace(c));

    private static Refusal? Problem(CityDocument document)
    {
        var courts = document.Courts.Select(c => c.Id).ToHashSet();
        if (courts.Count != document.Courts.Length)
            return Refusal.Breaks("city-courts", null, "法院编号重复，请逐一核对 courts。", "courts");
        if (document.Courts.Select(c => c.Code).Distinct(StringComparer.Ordinal).Count() != document.Courts.Length)
            return Refusal.Breaks("city-courts", null, "法院代码重复，请逐一核对 courts 的 code。", "courts");
        if (document.Courts.FirstOrDefault(c => IsCompound(c.Id.Value) || c.Divisions.Any(IsCompound)) is { } compound)
            return Refusal.Breaks("city-courts", "J11", $"法院 {compound.Id} 的编号或部门名称含有斜杠、冒号或空格，不能用作报送单位，请修改。", "courts");
        if (document.Courts.FirstOrDefault(c => c.Divisions.Distinct(StringComparer.Ordinal).Count() != c.Divisions.Length) is { } twice)
            return Refusal.Breaks("city-courts", "J11", $"法院 {twice.Id} 的部门重复，请核对 divisions。", "courts");
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
