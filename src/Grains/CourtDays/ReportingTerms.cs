using System.Collections.Frozen;

namespace PetitionMesh.Grains.CourtDays;

/// <summary>When the daily report of each unit is due (J11): the rule's 17:30, or a unit's own earlier time.</summary>
/// <param name="cutOffs">Units with a cut-off of their own.</param>
public sealed class ReportingTerms(TimeOnly cutOff, IEnumerable<KeyValuePair<UnitId, TimeOnly>> cutOffs)
{
    private readonly FrozenDictionary<UnitId, TimeOnly> _cutOffs = cutOffs.ToFrozenDictionary(c => c.Key, c => c.Value);

    /// <summary>J11 as it stands: 17:30 city time, on every calendar day.</summary>
    public static ReportingTerms Ordinary { get; } = new(new TimeOnly(17, 30), []);

    /// <summary>City time.</summary>
    public TimeOnly CutOff(UnitId unit) => _cutOffs.GetValueOrDefault(unit, cutOff);
}
