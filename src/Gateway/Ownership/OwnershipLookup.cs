using System.Collections.Immutable;
using Orleans;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Petitioners;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.Ownership;

/// <summary>Answers whose matter it is: known persons and cases from their grains' memory, everything else from the ledger's index.</summary>
internal sealed class OwnershipLookup(IGrainFactory grains, ILedger ledger, ICityDirectory city, KnownKeys known)
{
    public async ValueTask<ImmutableArray<StandingView>> OfPersonAsync(PetitionerKey person, CancellationToken cancellationToken)
    {
        if (!known.Contains(person.Value))
        {
            if (!await ledger.IsKnownAsync(person, cancellationToken))
                return [];
            known.Add(person.Value);
        }
        return [.. (await grains.GetGrain<IPetitionerGrain>(person.Value).CasesAsync()).Select(StandingView.Of)];
    }

    public async ValueTask<ImmutableArray<StandingView>> OfCaseAsync(CaseId id, CancellationToken cancellationToken) =>
        await ledger.FindCaseAsync(id, cancellationToken) is { } line ? [StandingView.Of(line, city.Current)] : [];

    public async ValueTask<ImmutableArray<StandingView>> OfNumberAsync(CaseNumber number, CancellationToken cancellationToken) =>
        [.. (await ledger.FindCasesAsync(number, cancellationToken)).Select(line => StandingView.Of(line, city.Current))];
}
