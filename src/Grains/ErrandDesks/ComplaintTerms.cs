using System.Collections.Frozen;
using PetitionMesh.Grains.City;

namespace PetitionMesh.Grains.ErrandDesks;

/// <summary>Y6, W17: calendar days from the circulation to the last day of the check per court, where the desk names no other: the ordinary ones, or a court's stricter ones.</summary>
/// <param name="stricter">Courts with a shorter limit of their own.</param>
/// <exception cref="ArgumentOutOfRangeException">A limit is longer than the ordinary one, or shorter than a day.</exception>
public sealed class ComplaintTerms(IEnumerable<(CourtId Court, int Days)> stricter)
{
    /// <summary>Where the court has no days of its own.</summary>
    public const int OrdinaryDays = 5;

    private readonly FrozenDictionary<CourtId, int> _stricter = stricter.ToFrozenDictionary(s => s.Court, s => Checked(s.Days));

    /// <summary>The limit as it stands for every court.</summary>
    public static ComplaintTerms Ordinary { get; } = new([]);

    public int DaysToCheck(CourtId court) => _stricter.GetValueOrDefault(court, OrdinaryDays);

    private static int Checked(int days) => days is >= 1 and <= OrdinaryDays
        ? days
        : throw new ArgumentOutOfRangeException(nameof(days), days, $"A court's own days to check are 1 to {OrdinaryDays}.");
}
