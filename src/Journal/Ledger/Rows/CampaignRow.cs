namespace PetitionMesh.Journal.Ledger;

/// <summary>A campaign (L7). Null means "these events don't say", the stored value stays.</summary>
/// <param name="Courts">That take part, as <see cref="Marked"/>; empty for all courts.</param>
internal sealed record CampaignRow(
    Guid Campaign,
    long Updated,
    long? Position = null,
    string? Title = null,
    DateOnly? FirstDay = null,
    DateOnly? LastDay = null,
    string? Courts = null) : ILedgerRow<Guid, CampaignRow>
{
    public static LedgerTable<CampaignRow> Table { get; } = new("campaign", 1,
    [
        Column.Id<CampaignRow>("campaign_id", r => r.Campaign),
        Column.Long<CampaignRow>("updated", r => r.Updated),
        Column.Long<CampaignRow>("position", r => r.Position),
        Column.Text<CampaignRow>("title", r => r.Title),
        Column.Day<CampaignRow>("first_day", r => r.FirstDay),
        Column.Day<CampaignRow>("last_day", r => r.LastDay),
        Column.Text<CampaignRow>("courts", r => r.Courts),
    ])
    {
        IsNew = r => r.Position is not null,
    };

    public Guid Key => Campaign;

    public CampaignRow Then(CampaignRow later) => new(
        Campaign,
        later.Updated,
        later.Position ?? Position,
        later.Title ?? Title,
        later.FirstDay ?? FirstDay,
        later.LastDay ?? LastDay,
        later.Courts ?? Courts);
}
