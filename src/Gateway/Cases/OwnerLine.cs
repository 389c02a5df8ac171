using System.Collections.Immutable;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;

namespace PetitionMesh.Gateway.Cases;

/// <summary>The whole line of a case's owners, from its own events (W3).</summary>
internal static class OwnerLine
{
    public static ImmutableArray<OwnerTermView> Of(IEnumerable<CaseEvent> history, CitySnapshot city)
    {
        var terms = new List<OwnerTermView>();
        CaseEvent.OwnerSucceeded? succession = null;
        foreach (var @event in history)
        {
            if (@event is CaseEvent.OwnerSucceeded succeeded)
                succession = succeeded;
            if (@event is not CaseEvent.OwnerFixed owned)
                continue;
            if (terms.Count > 0)
                terms[^1] = terms[^1] with { To = city.InCity(owned.At) };
            terms.Add(TermOf(owned, owned.Origin == OwnerOrigin.Succession ? succession : null, city));
        }
        return [.. terms];
    }

    private static OwnerTermView TermOf(CaseEvent.OwnerFixed owned, CaseEvent.OwnerSucceeded? by, CitySnapshot city)
    {
        var leader = city.Leader(owned.Owner);
        return new OwnerTermView(
            owned.Owner.Value,
            leader?.Name ?? owned.Owner.Value,
            leader?.Post ?? "",
            owned.Court.Value,
            owned.Origin,
            owned.Origin == OwnerOrigin.FirstReceiver,
            city.InCity(owned.At),
            null,
            by is null ? null : new SuccessionView(by.Ground, by.Reason, by.ApprovedBy.Value, city.Leader(by.ApprovedBy)?.Name ?? by.ApprovedBy.Value, by.On));
    }
}
