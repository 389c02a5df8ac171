namespace PetitionMesh.Journal.Ledger;

/// <summary>A case on the ledger of a campaign (L1); nothing personal. Null means "these events don't say", the stored value stays.</summary>
/// <param name="Position">Of its gathering: the order of the ledger.</param>
/// <param name="Responsible">Leader, empty where none is named.</param>
/// <param name="LimitOn"><see cref="NoDay"/> for none of its own, as with the other days.</param>
/// <param name="Team">Of a key case (L3), one name per line.</param>
/// <param name="SharedWith">Courts that work along (L4), as <see cref="Marked"/>.</param>
/// <param name="StruckOn">The last strike-off's day; it stands only while <paramref name="IsStruck"/>.</param>
internal sealed record CampaignCaseRow(
    Guid Campaign,
    Guid Case,
    long Updated,
    long? Position = null,
    string? Unit = null,
    string? Judge = null,
    string? Responsible = null,
    DateOnly? LimitOn = null,
    DateOnly? GatheredOn = null,
    bool? IsKey = null,
    string? Team = null,
    string? Level = null,
    DateOnly? LevelOn = null,
    DateOnly? ReviewedOn = null,
    DateOnly? EnteredOn = null,
    DateOnly? ResolvedOn = null,
    DateOnly? AssistedOn = null,
    DateOnly? TerminatedOn = null,
    string? SharedWith = null,
    bool? IsStruck = null,
    DateOnly? StruckOn = null,
    bool? IsRemoved = null) : ILedgerRow<(Guid, Guid), CampaignCaseRow>
{
    public static LedgerTable<CampaignCaseRow> Table { get; } = new("campaign_case", 2,
    [
        Column.Id<CampaignCaseRow>("campaign_id", r => r.Campaign),
        Column.Id<CampaignCaseRow>("case_id", r => r.Case),
        Column.Long<CampaignCaseRow>("updated", r => r.Updated),
        Column.Long<CampaignCaseRow>("position", r => r.Position),
        Column.Text<CampaignCaseRow>("unit", r => r.Unit),
        Column.Text<CampaignCaseRow>("judge", r => r.Judge),
        Column.Text<CampaignCaseRow>("responsible", r => r.Responsible),
        Column.Day<CampaignCaseRow>("limit_on", r => r.LimitOn),
        Column.Day<CampaignCaseRow>("gathered_on", r => r.GatheredOn),
        Column.Flag<CampaignCaseRow>("key_case", r => r.IsKey),
        Column.Text<CampaignCaseRow>("team", r => r.Team),
        Column.Text<CampaignCaseRow>("level", r => r.Level),
        Column.Day<CampaignCaseRow>("level_on", r => r.LevelOn),
        Column.Day<CampaignCaseRow>("reviewed_on", r => r.ReviewedOn),
        Column.Day<CampaignCaseRow>("entered_on", r => r.EnteredOn),
        Column.Day<CampaignCaseRow>("resolved_on", r => r.ResolvedOn),
        Column.Day<CampaignCaseRow>("assisted_on", r => r.AssistedOn),
        Column.Day<CampaignCaseRow>("terminated_on", r => r.TerminatedOn),
        Column.Text<CampaignCaseRow>("shared_with", r => r.SharedWith),
        Column.Flag<CampaignCaseRow>("struck", r => r.IsStruck),
        Column.Day<CampaignCaseRow>("struck_on", r => r.StruckOn),
        Column.Flag<CampaignCaseRow>("removed", r => r.IsRemoved),
    ]);

    /// <summary>For "none" where there may have been a day before: one that was removed is gathered anew in the same row.</summary>
    public static readonly DateOnly NoDay = new(1900, 1, 1);

    public (Guid, Guid) Key => (Campaign, Case);

    public CampaignCaseRow Then(CampaignCaseRow later) => new(
        Campaign,
        Case,
        later.Updated,
        later.Position ?? Position,
        later.Unit ?? Unit,
        later.Judge ?? Judge,
        later.Responsible ?? Responsible,
        later.LimitOn ?? LimitOn,
        later.GatheredOn ?? GatheredOn,
        later.IsKey ?? IsKey,
        later.Team ?? Team,
        later.Level ?? Level,
        later.LevelOn ?? LevelOn,
        later.ReviewedOn ?? ReviewedOn,
        later.EnteredOn ?? EnteredOn,
        later.ResolvedOn ?? ResolvedOn,
        later.AssistedOn ?? AssistedOn,
        later.TerminatedOn ?? TerminatedOn,
        later.SharedWith ?? SharedWith,
        later.IsStruck ?? IsStruck,
        later.StruckOn ?? StruckOn,
        later.IsRemoved ?? IsRemoved);
}
