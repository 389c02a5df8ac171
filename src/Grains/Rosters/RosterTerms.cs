using System.Collections.Frozen;
using PetitionMesh.Grains.City;

namespace PetitionMesh.Grains.Rosters;

/// <summary>Limits of the roster rules per court: the rules' own, or a court's stricter ones.</summary>
/// <param name="notices">Courts with a notice of their own (W16).</param>
/// <exception cref="ArgumentOutOfRangeException">A notice is shorter than the rules allow.</exception>
public sealed class RosterTerms(TimeSpan notice, IEnumerable<KeyValuePair<CourtId, TimeSpan>> notices)
{
    /// <summary>W16: at least one day before the shift.</summary>
    public static readonly TimeSpan LeastSwapNotice = TimeSpan.FromHours(24);

    private readonly TimeSpan _notice = Checked(notice);
    private readonly FrozenDictionary<CourtId, TimeSpan> _notices = notices.ToFrozenDictionary(n => n.Key, n => Checked(n.Value));

    /// <summary>The rules as they stand.</summary>
    public static RosterTerms Ordinary { get; } = new(LeastSwapNotice, []);

    public TimeSpan SwapNotice(CourtId court) => _notices.GetValueOrDefault(court, _notice);

    private static TimeSpan Checked(TimeSpan notice) =>
        notice >= LeastSwapNotice ? notice : throw new ArgumentOutOfRangeException(nameof(notice), notice, "W16: courts may be stricter than a day, not laxer.");
}
