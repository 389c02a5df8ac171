using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.City;

namespace PetitionMesh.Silo.Cases;

/// <summary>Section <c>Cases</c>. Courts may be stricter than the rules, never laxer: a longer limit stops the start.</summary>
public sealed class CaseOptions
{
    public const string Section = "Cases";

    /// <summary>How often clocks are looked at, default 1 minute. A missed one is noted at most this much after midnight.</summary>
    public TimeSpan SweepEvery { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Courts' own shorter limits, by court id and clock (<c>meet</c>, <c>progress</c>, …), in the rule's unit; empty by default.</summary>
    public Dictionary<string, Dictionary<string, int>> LimitsOf { get; } = [];

    /// <exception cref="ArgumentOutOfRangeException">A limit is laxer than the rule's.</exception>
    public CaseTerms ToTerms(WorkingCalendar calendar) => new(
        calendar,
        LimitsOf.SelectMany(court => court.Value.Select(limit => (new CourtId(court.Key), Enum.Parse<ClockKind>(limit.Key, ignoreCase: true), limit.Value))));

    internal bool IsValid()
    {
        if (SweepEvery <= TimeSpan.Zero)
            return false;
        try
        {
            _ = ToTerms(new WorkingCalendar([]));
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
