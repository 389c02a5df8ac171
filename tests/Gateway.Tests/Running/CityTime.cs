using System.Globalization;

namespace PetitionMesh.Gateway.Tests.Running;

/// <summary>
/// The city's clock in every test: it runs as the machine's does, from half past nine of one working day. So a test means the same
/// whenever it is run: before midnight, on a holiday, and in a year whose calendar is not there yet.
/// </summary>
internal sealed class CityTime : TimeProvider
{
    private static readonly DateTimeOffset s_start = new(2026, 11, 18, 9, 30, 0, TimeSpan.FromHours(8));
    private static readonly TimeSpan s_ahead = s_start - System.GetUtcNow();

    public static CityTime Running { get; } = new();

    /// <summary>The city's day, as requests write it.</summary>
    public static string Today => Running.Day();

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + s_ahead;
}

internal static class CityDays
{
    /// <summary>The city's day that a clock shows, as requests write it.</summary>
    public static string Day(this TimeProvider time) => time.InTheCity().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateTimeOffset InTheCity(this TimeProvider time) => time.GetUtcNow().ToOffset(TimeSpan.FromHours(8));
}
