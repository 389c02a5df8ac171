using System.Globalization;

namespace PetitionMesh.Bench.Postgres;

/// <summary>Processor time from /proc, in clock ticks of 10 ms.</summary>
internal static class ProcessTimes
{
    /// <summary>User and system time of a process, its living children, and the children it has outlived.</summary>
    public static TimeSpan OfFamily(int parent)
    {
        long ticks = 0;
        foreach (var directory in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(directory), CultureInfo.InvariantCulture, out var pid) || Read(pid) is not { } fields)
                continue;
            // Counted from the field after the command's name: 1 parent, 11–12 own times, 13–14 waited-for children's.
            if (pid == parent)
                ticks += Sum(fields, 11, 4);
            else if (int.Parse(fields[1], CultureInfo.InvariantCulture) == parent)
                ticks += Sum(fields, 11, 2);
        }

        return TimeSpan.FromMilliseconds(ticks * 10);
    }

    private static string[]? Read(int pid)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{pid}/stat");
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            // It ended between the listing and the reading.
            return null;
        }
    }

    private static long Sum(string[] fields, int from, int count) =>
        fields.Skip(from).Take(count).Sum(f => long.Parse(f, CultureInfo.InvariantCulture));
}
