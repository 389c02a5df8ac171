using Orleans;
using PetitionMesh.Grains;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Journal.Access;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Gateway.Cases;

/// <summary>Who comes to a case: does it exist for him, and is his reading recorded before he gets anything.</summary>
internal sealed class CaseDoor(IGrainFactory grains, ILedger ledger, IAccessLog accesses, ICityDirectory city)
{
    /// <summary>The case if the caller sees it. One that nobody opened activates nothing.</summary>
    public async Task<CaseStanding?> KnockAsync(Actor actor, string caseId, CancellationToken cancellationToken)
    {
        if (!Guid.TryParseExact(caseId, "D", out var guid) || await ledger.FindCaseAsync(new CaseId(guid), cancellationToken) is null)
            return null;
        var standing = await grains.GetGrain<ICaseGrain>(new CaseId(guid).Value).StandingAsync();
        return standing is not null && CaseSight.Sees(actor, standing, city.Current) ? standing : null;
    }

    /// <summary>The same, and the reading recorded.</summary>
    /// <param name="what">Such as <c>case.open</c>.</param>
    /// <param name="subject">What is read; null is the case itself.</param>
    public async Task<CaseStanding?> OpenAsync(Actor actor, string caseId, string what, string? subject, CancellationToken cancellationToken)
    {
        if (await KnockAsync(actor, caseId, cancellationToken) is not { } standing)
            return null;
        await accesses.RecordAsync(new AccessRecord(actor.Subject, actor.Court.Value, what, subject ?? standing.Case.Value), cancellationToken);
        return standing;
    }
}
