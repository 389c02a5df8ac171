using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.City;

namespace PetitionMesh.Silo.Cases;

/// <summary>Section <c>Cases</c>. Courts may be stricter than the rules, never laxer: a longer limit stops the start.</summary>
public sealed class CaseOptions
{
    public const string Section = "Cases";

    /// <summary>Courts' own shorter limits, by court id and clock (<c>dg:meet</c>, <c>dg:progress</c>, …), in the rule's unit; empty by default.</summary>
    public Dictionary<string, int> LimitsOf { get; } = [];

    /// <exception cref="ArgumentException">A limit is laxer than the rule's, or of no clock.</exception>
    public CaseTerms ToTerms(WorkingCalendar calendar) => new(calendar, LimitsOf.Select(limit => Named(limit.Key, limit.Value)));

    /// <summary>What is wrong, in Chinese; null when all is well.</summary>
    public string? Problem()
    {
        try
        {
            _ = ToTerms(new WorkingCalendar([]));
            return null;
        }
        catch (ArgumentException)
        {
            return "配置 Cases:LimitsOf 中的期限名称应为规则所列，天数至少为 1，且不得宽于规则本身的期限。";
        }
    }

    private static (CourtId Court, ClockKind Kind, int Amount) Named(string owner, int amount) =>
        owner.Split(':') is [var court, var clock] ? (new CourtId(court), Enum.Parse<ClockKind>(clock, ignoreCase: true), amount)
            : throw new ArgumentException($"'{owner}' is not court:clock.", nameof(owner));
}
