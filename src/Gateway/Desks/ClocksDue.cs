using PetitionMesh.Grains;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.City;

namespace PetitionMesh.Gateway.Desks;

/// <summary>J5, G1, G2: limits in the owner's cases that ran out or run out within the next two days.</summary>
internal sealed class ClocksDue(ICityDirectory city) : IDeskDue
{
    public IEnumerable<DueView> Find(DeskGround ground) => ground.Lines.Due.Select(d => new DueView(
        EnumWords.Of(d.Kind),
        d.Rule,
        d.Case,
        ClockNames.Of(d.Kind),
        city.Current.At(d.DueOn.AddDays(1), TimeOnly.MinValue),
        EnumWords.Of(WatchedClock.StateOn(d.DueOn, ground.Today))));
}
