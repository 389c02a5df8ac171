using System.Globalization;

namespace PetitionMesh.Gateway.Manner;

/// <summary>Days and hours as official documents write them: 2026年11月2日, 2026年11月2日 09:05.</summary>
internal static class OfficialDate
{
    private const string DayFormat = "yyyy年M月d日";

    public static string Written(this DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    /// <param name="inCity">In the city's time.</param>
    public static string Written(this DateTimeOffset inCity) => inCity.ToString(DayFormat + " HH:mm", CultureInfo.InvariantCulture);
}
