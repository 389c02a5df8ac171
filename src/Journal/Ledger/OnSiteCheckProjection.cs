using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.OnSiteChecks;

namespace PetitionMesh.Journal.Ledger;

/// <summary>What the events of on-site checks mean for their register (Y5).</summary>
internal static class OnSiteCheckProjection
{
    public static void Apply(LedgerChanges changes, RecordedEvent recorded, OnSiteCheckEvent @event)
    {
        var at = recorded.Position;
        changes.OnSiteChecks.Add(@event switch
        {
            OnSiteCheckEvent.Recorded e => new OnSiteCheckRow(
                e.Check.Guid,
                at,
                Word<OnSiteCheckStatus>.Of(e.DueOn is null ? OnSiteCheckStatus.Clean : OnSiteCheckStatus.Open),
                at,
                e.Court.Value,
                e.Inspecting.Value,
                e.Division,
                Word<CheckedRegister>.Of(e.Register),
                e.Day,
                e.Shown,
                e.Sampled,
                e.Agreeing,
                Count(e, FindingKind.Missing),
                Count(e, FindingKind.Wrong),
                Count(e, FindingKind.Late),
                Count(e, FindingKind.Unhandled),
                Count(e, FindingKind.Incomplete),
                Count(e, FindingKind.Other),
                e.DueOn),
            OnSiteCheckEvent.Rectified e => new OnSiteCheckRow(e.Check.Guid, at, Word<OnSiteCheckStatus>.Of(OnSiteCheckStatus.Rectified), RectifiedOn: e.Day, RectifiedLate: e.Late),
            OnSiteCheckEvent.SentBack e => new OnSiteCheckRow(e.Check.Guid, at, Word<OnSiteCheckStatus>.Of(OnSiteCheckStatus.Open), DueOn: e.DueOn, RectifiedOn: OnSiteCheckRow.NoDay),
            OnSiteCheckEvent.Passed e => new OnSiteCheckRow(e.Check.Guid, at, Word<OnSiteCheckStatus>.Of(OnSiteCheckStatus.Passed), PassedOn: e.Day),
            _ => throw new InvalidOperationException($"The ledger has no meaning for {@event.GetType().Name}."),
        });
    }

    private static int Count(OnSiteCheckEvent.Recorded recorded, FindingKind kind) => recorded.Findings.Count(f => f.Kind == kind);
}
