using PetitionMesh.Grains.City;
using PetitionMesh.Grains.ErrandDesks;

namespace PetitionMesh.Silo.ErrandDesks;

/// <summary>Section <c>ErrandDesks</c>. Courts may be stricter than the ordinary limit, never laxer: a longer one stops the start.</summary>
public sealed class ErrandDeskOptions
{
    public const string Section = "ErrandDesks";

    /// <summary>Courts' own shorter limits in calendar days, by court id and limit (<c>dg:check</c> up to 5); empty by default.</summary>
    public Dictionary<string, int> LimitsOf { get; } = [];

    /// <exception cref="ArgumentException">A limit is laxer than the ordinary one, or is no limit of a complaint.</exception>
    public ComplaintTerms ToTerms() => new(LimitsOf.Select(limit => Named(limit.Key, limit.Value)));

    /// <summary>What is wrong, in Chinese; null when all is well.</summary>
    public string? Problem()
    {
        foreach (var (owner, days) in LimitsOf)
        {
            try
            {
                _ = new ComplaintTerms([Named(owner, days)]);
            }
            catch (ArgumentException)
            {
                return $"配置 {Section}:{nameof(LimitsOf)}:{owner} 不可用：期限名称应为 check，天数为 1 至 {ComplaintTerms.OrdinaryDays}。";
            }
        }
        return null;
    }

    private static (CourtId Court, int Days) Named(string owner, int days) =>
        owner.Split(':') is [var court, var limit] && limit.Equals("check", StringComparison.OrdinalIgnoreCase) ? (new CourtId(court), days)
            : throw new ArgumentException($"'{owner}' is not court:check.", nameof(owner));
}
