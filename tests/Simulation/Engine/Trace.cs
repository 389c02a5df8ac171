using System.Globalization;

namespace PetitionMesh.Simulation.Engine;

/// <summary>
/// What happened in a run: a hash over every step and note, by which two runs of one seed are compared, and on request the notes
/// themselves for people to read.
/// </summary>
internal sealed class Trace(bool keepsLines)
{
    private const int MostLines = 20_000;
    private readonly List<string> _lines = [];
    private ulong _hash = 0xCBF29CE484222325UL;

    public ulong Hash => _hash;

    public IReadOnlyList<string> Lines => _lines;

    public bool KeepsLines => keepsLines;

    public void Mix(long value)
    {
        unchecked
        {
            _hash = (_hash ^ (ulong)value) * 0x100000001B3UL;
            _hash ^= _hash >> 29;
        }
    }

    /// <param name="what">Only asked for when somebody will read it: nearly all runs are never read.</param>
    public void Note(TimeSpan at, string who, Func<string> what)
    {
        Mix(at.Ticks);
        if (keepsLines && _lines.Count < MostLines)
            _lines.Add(string.Create(CultureInfo.InvariantCulture, $"{at.TotalSeconds,9:0.0000}  {who,-8} {what()}"));
    }
}
