using System.Collections.Immutable;
using PetitionMesh.Grains.Cases;

namespace PetitionMesh.Grains.LawsuitScreenings;

/// <summary>A unit's screening of a month as it stands.</summary>
/// <param name="Reported">Null before it was.</param>
/// <param name="Settled">What came of the measures, by lawsuit; also of lawsuits that a correction has taken out.</param>
public sealed record LawsuitScreeningState(
    LawsuitScreeningEvent.Reported? Reported,
    int OpenLawsuits,
    int ClosedLawsuits,
    ImmutableArray<ScreenedLawsuit> Found,
    ImmutableDictionary<CaseNumber, LawsuitScreeningEvent.Settled> Settled)
{
    public static LawsuitScreeningState Unknown { get; } = new(null, 0, 0, [], ImmutableDictionary<CaseNumber, LawsuitScreeningEvent.Settled>.Empty);

    public int Left => LeftOf(Found);

    public int LeftOf(ImmutableArray<ScreenedLawsuit> found) => found.Count(l => !Settled.ContainsKey(l.Number));

    /// <param name="dueOn">Last day to report.</param>
    public static LawsuitScreeningStatus StatusOf(bool? late, int found, DateOnly dueOn, DateOnly today) => late switch
    {
        null => today > dueOn ? LawsuitScreeningStatus.Missing : LawsuitScreeningStatus.Due,
        true => LawsuitScreeningStatus.Late,
        false => found == 0 ? LawsuitScreeningStatus.Nil : LawsuitScreeningStatus.Reported,
    };

    public static LawsuitScreeningState Evolve(LawsuitScreeningState state, LawsuitScreeningEvent @event) => @event switch
    {
        LawsuitScreeningEvent.Reported e when state.Reported is null => state with { Reported = e, OpenLawsuits = e.OpenLawsuits, ClosedLawsuits = e.ClosedLawsuits, Found = e.Found },
        LawsuitScreeningEvent.Corrected e when state.Reported is not null => state with { OpenLawsuits = e.OpenLawsuits, ClosedLawsuits = e.ClosedLawsuits, Found = e.Found },
        LawsuitScreeningEvent.Settled e when state.Found.Any(l => l.Number == e.Number) => state with { Settled = state.Settled.Add(e.Number, e) },
        _ => throw new InvalidOperationException($"{@event.GetType().Name} cannot follow on a screening."),
    };
}
