namespace PetitionMesh.Silo.City;

/// <summary>Section <c>Calendar</c>.</summary>
public sealed class CalendarOptions
{
    public const string Section = "Calendar";

    /// <summary>W17: a folder of year files, or one year file. Default the calendar shipped with the program.</summary>
    public string File { get; set; } = Path.Combine(AppContext.BaseDirectory, "Data", "calendar");
}
