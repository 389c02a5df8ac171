using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Routings;

namespace PetitionMesh.Silo.Routings;

/// <summary>Section <c>Routings</c>. Courts may be stricter than the rules, never laxer: a longer limit stops the start.</summary>
public sealed class RoutingOptions
{
    public const string Section = "Routings";

    /// <summary>
    /// Courts' own shorter limits in calendar days, by court id and limit (<c>dg:routeTrial</c> up to 15, <c>objectTrial</c> 5, <c>routeEnforcement</c> 2,
    /// <c>objectEnforcement</c> 3); empty by default.
    /// </summary>
    public Dictionary<string, int> LimitsOf { get; } = [];

    /// <exception cref="ArgumentException">A limit is laxer than the rule's, or of no rule.</exception>
    public RoutingTerms ToTerms() => new(LimitsOf.Select(limit => Named(limit.Key, limit.Value)));

    /// <summary>What is wrong, in Chinese; null when all is well.</summary>
    public string? Problem()
    {
        try
        {
            _ = ToTerms();
            return null;
        }
        catch (ArgumentException)
        {
            return "配置 Routings:LimitsOf 中的期限名称应为规则所列，天数至少为 1，且不得宽于规则本身的期限。";
        }
    }

    private static (CourtId Court, RoutingLimit Limit, int Days) Named(string owner, int days) =>
        owner.Split(':') is [var court, var limit] ? (new CourtId(court), Enum.Parse<RoutingLimit>(limit, ignoreCase: true), days)
            : throw new ArgumentException($"'{owner}' is not court:limit.", nameof(owner));
}
