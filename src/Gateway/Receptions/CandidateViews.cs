using System.Collections.Immutable;
using Orleans;
using PetitionMesh.Gateway.Manner;
using PetitionMesh.Grains;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Privacy;
using PetitionMesh.Journal.Access;

namespace PetitionMesh.Gateway.Receptions;

/// <summary>
/// Shows the cases among which a clerk chooses. A court that takes part in one reads its claim, and that reading is recorded first;
/// the others learn number and owner only.
/// </summary>
internal sealed class CandidateViews(IGrainFactory grains, Vault vault, IAccessLog accesses)
{
    public async Task<ImmutableArray<CandidateView>> ShowAsync(ImmutableArray<Candidate> candidates, Actor actor, CancellationToken cancellationToken)
    {
        var views = ImmutableArray.CreateBuilder<CandidateView>(candidates.Length);
        foreach (var candidate in candidates)
        {
            views.Add(new CandidateView(
                candidate.Case,
                candidate.CaseNumber?.Value,
                await ClaimAsync(candidate, actor, cancellationToken),
                OwnerView.Of(candidate.Owner)));
        }
        return views.DrainToImmutable();
    }

    private async Task<string?> ClaimAsync(Candidate candidate, Actor actor, CancellationToken cancellationToken)
    {
        if (candidate is not { Claim: { } claim, Reception: { } reception })
            return null;
        var standing = await grains.GetGrain<ICaseGrain>(candidate.Case.Value).StandingAsync();
        if (standing is null || !standing.Courts.Contains(actor.Court))
            return null;
        await accesses.RecordAsync(new AccessRecord(actor.Subject, actor.Court.Value, "case.candidate", candidate.Case.Value), cancellationToken);
        return await vault.OpenAsync(reception.Value, Sealing.ClaimField, claim, cancellationToken);
    }
}
