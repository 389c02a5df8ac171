using System.Text.RegularExpressions;
using PetitionMesh.Grains;
using PetitionMesh.Grains.City;

namespace PetitionMesh.Gateway.Imports;

/// <summary>
/// Finds courts and leaders under the names that sheets give them: 东港区法院, 望海中院, 望海市中级人民法院民一庭, 曹景和（副院长）. A name that
/// could mean two means none.
/// </summary>
internal sealed partial class SheetCity
{
    private static readonly string[] Titles =
        ["党组书记", "院长", "副院长", "常务副院长", "专委", "专职委员", "审委会专职委员", "审委会委员", "庭长", "副庭长", "局长", "副局长", "主任", "副主任", "法官", "同志"];

    private readonly CitySnapshot _city;

    /// <summary>A court by each of its names; null where several have it.</summary>
    private readonly Dictionary<string, Court?> _courts = new(StringComparer.Ordinal);

    public SheetCity(CitySnapshot city)
    {
        _city = city;
        foreach (var court in city.Document.Courts)
        {
            foreach (var name in NamesOf(court, city.Document.Name).Distinct(StringComparer.Ordinal))
                _courts[name] = _courts.ContainsKey(name) ? null : court;
        }
    }

    /// <summary>The court, perhaps named with one of its divisions or with a note in brackets.</summary>
    public Court? Court(string written)
    {
        var name = Plain(written);
        if (_courts.TryGetValue(name, out var known))
            return known;
        return _courts.Where(c => name.StartsWith(c.Key, StringComparison.Ordinal)).OrderByDescending(c => c.Key.Length).Select(c => c.Value)
            .FirstOrDefault(c => c?.Divisions.Any(d => name.EndsWith(d, StringComparison.Ordinal) && _courts.GetValueOrDefault(name[..^d.Length]) == c) == true);
    }

    /// <summary>The leader, perhaps named with a post: of the unit itself, else the only one of this name in the city. Who has left gives way to a namesake who has not.</summary>
    public Leader? Leader(string written, CourtId? unit)
    {
        var name = Plain(written);
        var namesakes = _city.Document.Leaders.Where(l => IsNameOf(name, l)).ToArray();
        var own = namesakes.Where(l => l.Court == unit).ToArray();
        return Only(own.Length > 0 ? own : namesakes);
    }

    private static Leader? Only(Leader[] namesakes)
    {
        var active = namesakes.Where(l => l.Active).ToArray();
        return (active.Length > 0 ? active : namesakes) is [var only] ? only : null;
    }

    private static bool IsNameOf(string written, Leader leader)
    {
        if (written == leader.Name)
            return true;
        var title = written.StartsWith(leader.Name, StringComparison.Ordinal) ? written[leader.Name.Length..]
            : written.EndsWith(leader.Name, StringComparison.Ordinal) ? written[..^leader.Name.Length] : null;
        return title is not null && (title == leader.Post || Titles.Contains(title));
    }

    /// <summary>望海市中级人民法院, 望海市中级法院, 望海中院, 市中院; 东港区人民法院, 望海市东港区人民法院, 东港区法院, 东港法院.</summary>
    private static IEnumerable<string> NamesOf(Court court, string city)
    {
        yield return court.Id.Value;
        yield return court.Name;
        yield return city + court.Name;
        var name = court.Name.Replace("人民法院", "法院", StringComparison.Ordinal);
        yield return name;
        yield return city + name;
        if (court.Tier == CourtTier.Intermediate)
        {
            foreach (var place in new[] { city, city.TrimEnd('市'), "市", "" })
            {
                yield return $"{place}中院";
                yield return $"{place}中级法院";
                yield return $"{place}中级人民法院";
            }
        }
        else if (District().Match(name) is { Success: true } district)
            yield return $"{district.Groups["place"].Value}法院";
    }

    /// <summary>Without spaces, in plain widths, and without a note in brackets at the end.</summary>
    private static string Plain(string written) => Writing.TryFold(written, out var folded) ? Note().Replace(folded, "") : written;

    [GeneratedRegex(@"\([^()]*\)$")]
    private static partial Regex Note();

    [GeneratedRegex("^(?<place>.{2,})[区县市旗]法院$")]
    private static partial Regex District();
}
