using PetitionMesh.Grains.City;

namespace PetitionMesh.Silo.City;

/// <summary>Section <c>Calendar</c>.</summary>
public sealed class CalendarOptions
{
    public const string Section = "Calendar";

    /// <summary>W17: a folder of year files, or one year file. Default the calendar shipped with the program.</summary>
    public string File { get; set; } = Path.Combine(AppContext.BaseDirectory, "Data", "calendar");

    /// <exception cref="InvalidDataException">No calendar is there, or it cannot be read; the message is a sentence for the operator.</exception>
    public WorkingCalendar Read()
    {
        try
        {
            return WorkingCalendarFiles.Read(File);
        }
        catch (Exception unusable) when (unusable is FormatException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"日历 {File} 不能使用：请核对 Calendar:File，应为存放年度日历的文件夹或一个年度日历文件。", unusable);
        }
    }
}
