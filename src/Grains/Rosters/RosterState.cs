using System.Collections.Immutable;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Grains.Rosters;

/// <summary>A court's roster of one month as it stands.</summary>
public sealed record RosterState
{
    /// <summary>Before the first event: nobody has begun to make it.</summary>
    public static RosterState Empty { get; } = new();

    public ImmutableSortedDictionary<ShiftKey, Duty> Duties { get; init; } = ImmutableSortedDictionary<ShiftKey, Duty>.Empty;

    /// <summary>Version in force; 0 while nothing is published.</summary>
    public int Version { get; init; }
    public bool IsDrafted { get; init; }
    public bool Provisional { get; init; }
    public ImmutableHashSet<LeaveDay> Leave { get; init; } = [];
    public ImmutableArray<SensitivePeriod> Periods { get; init; } = [];
    public ImmutableSortedDictionary<string, SwapStanding> Swaps { get; init; } = ImmutableSortedDictionary.Create<string, SwapStanding>(StringComparer.Ordinal);

    public bool IsPublished => Version > 0;

    public IEnumerable<Duty> On(DateOnly day) => Duties.Values.Where(d => d.Date == day);

    public SwapStanding? Swap(SwapId id) => Swaps.GetValueOrDefault(id.Value);
}

/// <summary>A leader is away on a day.</summary>
[GenerateSerializer, Immutable, Alias("petition-mesh.leave-day")]
public readonly record struct LeaveDay([property: Id(0)] LeaderId Leader, [property: Id(1)] DateOnly Date);
