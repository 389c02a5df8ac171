using System.Collections.Immutable;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.Ownership;

/// <summary>Answer of a look-up; nothing personal in it.</summary>
internal sealed record LookupView(ImmutableArray<StandingView> Cases);

/// <summary>Where one case stands, for any court of the city.</summary>
internal sealed record StandingView(
    CaseId CaseId,
    string? CaseNumber,
    string Court,
    CaseStatus Status,
    int Receptions,
    OwnerView? Owner,
    DateOnly OpenedOn,
    DateOnly? LastReceptionOn)
{
    public static StandingView Of(CaseStanding standing) => new(
        standing.Case,
        standing.CaseNumber?.Value,
        standing.Court.Value,
        standing.Status,
        standing.Receptions,
        OwnerView.Of(standing.Owner),
        standing.OpenedOn,
        standing.LastReceptionOn);

    public static StandingView Of(CaseLine line, CitySnapshot city) => new(
        line.Case,
        line.Number?.Value,
        line.Court.Value,
        line.Status,
        line.Receptions,
        OwnerView.Of(line.Owner, city),
        line.OpenedOn,
        line.LastReceptionOn);
}
