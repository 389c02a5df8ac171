using PetitionMesh.Gateway.Manner;
using PetitionMesh.Grains;
using PetitionMesh.Grains.City;

namespace PetitionMesh.Gateway.Reports;

/// <summary>Whose figures are asked for: reporter and supervisor see the city and every court, an office its own.</summary>
internal static class ReportScope
{
    /// <returns>Null is the whole city.</returns>
    public static CourtId? Read(string named, Actor actor, CitySnapshot city, FieldErrors errors)
    {
        if (named.Length == 0)
            return actor.Role == Role.Office ? actor.Court : null;
        if (city.Court(new CourtId(named)) is { } court)
            return court.Id;
        errors.Invalid("court", "没有这个法院，请填写法院编号。");
        return null;
    }

    public static bool MayRead(Actor actor, CourtId? court) => actor.Role != Role.Office || court == actor.Court;
}
