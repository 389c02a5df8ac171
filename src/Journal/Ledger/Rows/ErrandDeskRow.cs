namespace PetitionMesh.Journal.Ledger;

/// <summary>A stuck-errand desk (Y6). Null means "these events don't say", the stored value stays.</summary>
/// <param name="Position">Of its opening.</param>
/// <param name="Place">Null where nobody said.</param>
/// <param name="Officer">专人, of a closed desk the last one.</param>
/// <param name="Reason">Why it has this officer, or why it was closed; null while the first one sits there.</param>
internal sealed record ErrandDeskRow(
    Guid Desk,
    long Updated,
    long? Position = null,
    string? Court = null,
    string? Name = null,
    string? Place = null,
    string? Officer = null,
    DateOnly? OfficerSince = null,
    DateOnly? OpenedOn = null,
    DateOnly? ClosedOn = null,
    string? Reason = null) : ILedgerRow<Guid, ErrandDeskRow>
{
    public static LedgerTable<ErrandDeskRow> Table { get; } = new("errand_desk", 1,
    [
        Column.Id<ErrandDeskRow>("desk_id", r => r.Desk),
        Column.Long<ErrandDeskRow>("updated", r => r.Updated),
        Column.Long<ErrandDeskRow>("position", r => r.Position),
        Column.Text<ErrandDeskRow>("court", r => r.Court),
        Column.Text<ErrandDeskRow>("name", r => r.Name),
        Column.Text<ErrandDeskRow>("place", r => r.Place),
        Column.Text<ErrandDeskRow>("officer", r => r.Officer),
        Column.Day<ErrandDeskRow>("officer_since", r => r.OfficerSince),
        Column.Day<ErrandDeskRow>("opened_on", r => r.OpenedOn),
        Column.Day<ErrandDeskRow>("closed_on", r => r.ClosedOn),
        Column.Text<ErrandDeskRow>("reason", r => r.Reason),
    ])
    {
        IsNew = r => r.Position is not null,
    };

    public Guid Key => Desk;

    public ErrandDeskRow Then(ErrandDeskRow later) => new(
        Desk,
        later.Updated,
        later.Position ?? Position,
        later.Court ?? Court,
        later.Name ?? Name,
        later.Place ?? Place,
        later.Officer ?? Officer,
        later.OfficerSince ?? OfficerSince,
        later.OpenedOn ?? OpenedOn,
        later.ClosedOn ?? ClosedOn,
        later.Reason ?? Reason);
}
