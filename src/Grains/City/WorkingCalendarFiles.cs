namespace PetitionMesh.Grains.City;

/// <summary>Finds the calendar on disk (setting <c>Calendar:File</c>): a folder of year files, or one year file.</summary>
public static class WorkingCalendarFiles
{
    /// <exception cref="FormatException">A file can't be read as a year; the message names the file.</exception>
    /// <exception cref="IOException">Neither a file nor a folder with year files.</exception>
    public static WorkingCalendar Read(string path)
    {
        var files = Directory.Exists(path) ? Directory.GetFiles(path, "*.json") : [path];
        if (files.Length == 0)
            throw new FileNotFoundException($"The calendar folder {path} has no year files.", path);
        return new WorkingCalendar(files.Order(StringComparer.Ordinal).Select(ReadYear));
    }

    private static WorkingCalendarYear ReadYear(string file)
    {
        try
        {
            return WorkingCalendarYear.FromJson(File.ReadAllText(file));
        }
        catch (FormatException e)
        {
            throw new FormatException($"{file}: {e.Message}", e);
        }
    }
}
