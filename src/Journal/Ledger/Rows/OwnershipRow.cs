namespace PetitionMesh.Journal.Ledger;

/// <summary>In whose hands a case is, and since when; null means "these events don't say", the stored value stays.</summary>
/// <param name="Since">When the present owner was fixed: counts the days in the present hands.</param>
/// <param name="FirstReceiver">W3: who first received it; stays for ever, whoever owns the case later.</param>
/// <param name="FirstReceptionOn">City day of the reception with number 1: counts the days since the first reception.</param>
/// <param name="Vacant">
/// Why the case has no owner who acts, <c>pending</c> or <c>recused</c>, empty when it has one: the index of the list of those without (W3).
/// </param>
/// <param name="VacantSince">Since when; <paramref name="Vacant"/> tells whether it still holds.</param>
/// <param name="RemindedAt">When the petition office was reminded last that the case has no active owner.</param>
internal sealed record OwnershipRow(
    Guid Case,
    long Updated,
    DateTimeOffset? Since = null,
    string? FirstReceiver = null,
    DateOnly? FirstReceptionOn = null,
    string? Vacant = null,
    DateTimeOffset? VacantSince = null,
    DateTimeOffset? RemindedAt = null) : ILedgerRow<Guid, OwnershipRow>
{
    public static LedgerTable<OwnershipRow> Table { get; } = new("ownership", 1,
    [
        Column.Id<OwnershipRow>("case_id", r => r.Case),
        Column.Long<OwnershipRow>("updated", r => r.Updated),
        Column.Instant<OwnershipRow>("since", r => r.Since),
        Column.Text<OwnershipRow>("first_receiver", r => r.FirstReceiver),
        Column.Day<OwnershipRow>("first_reception_on", r => r.FirstReceptionOn),
        Column.Text<OwnershipRow>("vacant", r => r.Vacant),
        Column.Instant<OwnershipRow>("vacant_since", r => r.VacantSince),
        Column.Instant<OwnershipRow>("reminded_at", r => r.RemindedAt),
    ]);

    public Guid Key => Case;

    public OwnershipRow Then(OwnershipRow later) => new(
        Case,
        later.Updated,
        later.Since ?? Since,
        FirstReceiver ?? later.FirstReceiver,
        FirstReceptionOn ?? later.FirstReceptionOn,
        later.Vacant ?? Vacant,
        later.VacantSince ?? VacantSince,
        later.RemindedAt ?? RemindedAt);
}

/// <summary>W6, W15: how much a leader's year grows: receptions and resolutions count as workload.</summary>
/// <param name="Resolved">Negative when a promise is broken within the year (W14).</param>
/// <param name="Provisional">Those of <paramref name="Resolved"/> that are promises within their year (W14).</param>
/// <param name="Owned">
/// By how many cases the leader's hands grew that year, joined ones taken out: the sum of all years is what he owns. It stands here because a first
/// reception writes this very cell for its receiver anyway.
/// </param>
/// <param name="Running">Likewise of cases that have not ended.</param>
internal sealed record LeaderTallyRow(
    string Leader, int Year, int Receptions = 0, int First = 0, int Resolved = 0, int Provisional = 0, int Owned = 0, int Running = 0)
    : ILedgerRow<(string, int), LeaderTallyRow>
{
    public static LedgerTable<LeaderTallyRow> Table { get; } = new("tally_leader", 2,
    [
        Column.Text<LeaderTallyRow>("leader", r => r.Leader),
        Column.Int<LeaderTallyRow>("year", r => r.Year),
        Column.Int<LeaderTallyRow>("receptions", r => r.Receptions),
        Column.Int<LeaderTallyRow>("first", r => r.First),
        Column.Int<LeaderTallyRow>("resolved", r => r.Resolved),
        Column.Int<LeaderTallyRow>("provisional", r => r.Provisional),
        Column.Int<LeaderTallyRow>("owned", r => r.Owned),
        Column.Int<LeaderTallyRow>("running", r => r.Running),
    ]);

    public (string, int) Key => (Leader, Year);

    public LeaderTallyRow Then(LeaderTallyRow later) => this with
    {
        Receptions = Receptions + later.Receptions,
        First = First + later.First,
        Resolved = Resolved + later.Resolved,
        Provisional = Provisional + later.Provisional,
        Owned = Owned + later.Owned,
        Running = Running + later.Running,
    };
}
