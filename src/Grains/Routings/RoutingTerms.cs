using System.Collections.Frozen;
using PetitionMesh.Grains.City;

namespace PetitionMesh.Grains.Routings;

/// <summary>The limits of Y2 and Y3 per court, in calendar days: the rules' own, or a court's stricter ones. Day 1 is the day after; the last day ends at 24:00 (J5).</summary>
/// <param name="stricter">Courts with a shorter limit of their own.</param>
/// <exception cref="ArgumentOutOfRangeException">A limit is longer than the rule's, or shorter than a day.</exception>
public sealed class RoutingTerms(IEnumerable<(CourtId Court, RoutingLimit Limit, int Days)> stricter)
{
    private readonly FrozenDictionary<(CourtId, RoutingLimit), int> _stricter = stricter.ToFrozenDictionary(s => (s.Court, s.Limit), s => Checked(s.Limit, s.Days));

    /// <summary>The rules as they stand.</summary>
    public static RoutingTerms Ordinary { get; } = new([]);

    /// <summary>Days from the receipt (Y2) or the search (Y3) until the matter is routed.</summary>
    public int DaysToRoute(RoutingKind kind, CourtId court) => Days(kind == RoutingKind.FirstTrial ? RoutingLimit.RouteTrial : RoutingLimit.RouteEnforcement, court);

    /// <summary>Days from the routing until a receiver must have objected.</summary>
    public int DaysToObject(RoutingKind kind, CourtId court) => Days(kind == RoutingKind.FirstTrial ? RoutingLimit.ObjectTrial : RoutingLimit.ObjectEnforcement, court);

    private int Days(RoutingLimit limit, CourtId court) => _stricter.GetValueOrDefault((court, limit), RuleOf(limit));

    private static int RuleOf(RoutingLimit limit) => limit switch
    {
        RoutingLimit.RouteTrial => 15,
        RoutingLimit.ObjectTrial => 5,
        RoutingLimit.RouteEnforcement => 2,
        RoutingLimit.ObjectEnforcement => 3,
        _ => throw new ArgumentOutOfRangeException(nameof(limit), limit, "No rule has this limit."),
    };

    private static int Checked(RoutingLimit limit, int days) => days >= 1 && days <= RuleOf(limit)
        ? days
        : throw new ArgumentOutOfRangeException(nameof(days), days, $"A court's own limit of '{limit}' is 1 to {RuleOf(limit)} days.");
}
