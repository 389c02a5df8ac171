using System.Collections.Immutable;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.Cases;

/// <summary>One page of the ledger (台账), newest first.</summary>
internal sealed record CaseListView(ImmutableArray<CaseLineView> Items, string? Next);

/// <summary>A line of the ledger, with its two counters.</summary>
/// <param name="AgeDays">Days since it was opened, up to its end.</param>
/// <param name="HeldDays">Days in the hands that hold it now, up to its end.</param>
internal sealed record CaseLineView(
    CaseId CaseId,
    string? CaseNumber,
    string Court,
    CaseStatus Status,
    int Receptions,
    OwnerView? Owner,
    DateOnly OpenedOn,
    DateOnly? LastReceptionOn,
    int AgeDays,
    int HeldDays)
{
    /// <param name="today">City day of the answer.</param>
    public static CaseLineView Of(CaseLine line, CitySnapshot city, DateOnly today) => new(
        line.Case,
        line.Number?.Value,
        line.Court.Value,
        line.Status,
        line.Receptions,
        OwnerView.Of(line.Owner, city),
        line.OpenedOn,
        line.LastReceptionOn,
        CaseDays.Age(line.OpenedOn, CaseDays.Until(line.Status, line.EndedOn, today)),
        CaseDays.Held(line.HeldSince, line.OpenedOn, city, CaseDays.Until(line.Status, line.EndedOn, today)));
}
