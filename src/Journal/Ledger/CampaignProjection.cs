using PetitionMesh.Grains.Campaigns;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Journal.Ledger;

/// <summary>What the events of campaigns mean for their ledgers (L1 to L7).</summary>
internal static class CampaignProjection
{
    private const string Nothing = "";

    public static void Apply(LedgerChanges changes, RecordedEvent recorded, CampaignEvent @event) =>
        changes.Campaigns.Add(@event switch
        {
            CampaignEvent.Opened e => new CampaignRow(e.Campaign.Guid, recorded.Position, recorded.Position, e.Title, e.FirstDay, e.LastDay, Marked.Of(e.Courts)),
            CampaignEvent.DaysChanged e => new CampaignRow(e.Campaign.Guid, recorded.Position, FirstDay: e.FirstDay, LastDay: e.LastDay),
            _ => throw new InvalidOperationException($"The ledger has no meaning for {@event.GetType().Name}."),
        });

    public static void Apply(LedgerChanges changes, RecordedEvent recorded, CampaignEntryEvent @event)
    {
        var at = recorded.Position;
        changes.CampaignCases.Add(@event switch
        {
            CampaignEntryEvent.Gathered e => Gather(e, at),
            CampaignEntryEvent.MadeKey e => new CampaignCaseRow(e.Campaign.Guid, e.Case.Guid, at, IsKey: true, Team: string.Join('\n', e.Team)),
            CampaignEntryEvent.Received e => new CampaignCaseRow(e.Campaign.Guid, e.Case.Guid, at, Level: Word<CampaignLevel>.Of(e.Level), LevelOn: e.Day),
            CampaignEntryEvent.Handled e => Handle(new CampaignCaseRow(e.Campaign.Guid, e.Case.Guid, at), e),
            CampaignEntryEvent.Shared e => new CampaignCaseRow(e.Campaign.Guid, e.Case.Guid, at, SharedWith: Marked.Of(e.Courts)),
            CampaignEntryEvent.StruckOff e => new CampaignCaseRow(e.Campaign.Guid, e.Case.Guid, at, IsStruck: true, StruckOn: e.Day),
            CampaignEntryEvent.Changed e => new CampaignCaseRow(e.Campaign.Guid, e.Case.Guid, at, Judge: e.Judge, Responsible: e.ResponsibleLeader?.Value, LimitOn: e.LimitOn),
            CampaignEntryEvent.Removed e => new CampaignCaseRow(e.Campaign.Guid, e.Case.Guid, at, IsRemoved: true),
            CampaignEntryEvent.Restored e => new CampaignCaseRow(e.Campaign.Guid, e.Case.Guid, at, IsStruck: false),
            _ => throw new InvalidOperationException($"The ledger has no meaning for {@event.GetType().Name}."),
        });
    }

    /// <summary>Everything is said, also what is not: the row may be that of a gathering which was taken back.</summary>
    private static CampaignCaseRow Gather(CampaignEntryEvent.Gathered e, long at) => new(
        e.Campaign.Guid, e.Case.Guid, at, at, e.Unit.Value, e.Judge, e.ResponsibleLeader?.Value ?? Nothing, e.LimitOn ?? CampaignCaseRow.NoDay, e.Day,
        IsKey: false, Team: Nothing, Level: Nothing, CampaignCaseRow.NoDay, CampaignCaseRow.NoDay, CampaignCaseRow.NoDay, CampaignCaseRow.NoDay, CampaignCaseRow.NoDay,
        CampaignCaseRow.NoDay, SharedWith: Nothing, IsStruck: false, CampaignCaseRow.NoDay, IsRemoved: false);

    private static CampaignCaseRow Handle(CampaignCaseRow row, CampaignEntryEvent.Handled handled) => handled.Batch switch
    {
        CampaignBatch.Reviewed => row with { ReviewedOn = handled.Day },
        CampaignBatch.Entered => row with { EnteredOn = handled.Day },
        CampaignBatch.Resolved => row with { ResolvedOn = handled.Day },
        CampaignBatch.Assisted => row with { AssistedOn = handled.Day },
        CampaignBatch.Terminated => row with { TerminatedOn = handled.Day },
        _ => throw new InvalidOperationException($"No column for {handled.Batch}."),
    };
}
