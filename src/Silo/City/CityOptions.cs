using System.ComponentModel.DataAnnotations;
using PetitionMesh.Journal;

namespace PetitionMesh.Silo.City;

/// <summary>Section <c>City</c>.</summary>
public sealed class CityOptions
{
    public const string Section = "City";

    /// <summary>City document of the first start, read only while the journal is empty. Default the sample city shipped with the program.</summary>
    public string File { get; set; } = Path.Combine(AppContext.BaseDirectory, "Data", "city.json");

    /// <summary>How often a process looks whether another one has loaded a new city, default 1 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:05:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan Refresh { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a start asks a city grain that doesn't answer, default 2 minutes: silos that come together need a while to agree.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan StartPatience { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>What is wrong, in Chinese; null when all is well.</summary>
    public string? Problem() => OptionsChecks.OutOfRange(this, Section);
}
