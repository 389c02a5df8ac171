namespace PetitionMesh.Journal.Ledger;

/// <summary>Whether a leader can be there (W3); null means "these events don't say", the stored value stays.</summary>
/// <param name="LeftAt">When he left his post last; the city document tells whether he is back.</param>
/// <param name="AwayFrom">First city day of his latest long leave.</param>
/// <param name="AwayUntil">Its last city day; far ahead while it is open.</param>
internal sealed record LeaderStandingRow(
    string Leader, long Updated, DateTimeOffset? LeftAt = null, DateOnly? AwayFrom = null, DateOnly? AwayUntil = null) : ILedgerRow<string, LeaderStandingRow>
{
    public static LedgerTable<LeaderStandingRow> Table { get; } = new("leader_standing", 1,
    [
        Column.Text<LeaderStandingRow>("leader", r => r.Leader),
        Column.Long<LeaderStandingRow>("updated", r => r.Updated),
        Column.Instant<LeaderStandingRow>("left_at", r => r.LeftAt),
        Column.Day<LeaderStandingRow>("away_from", r => r.AwayFrom),
        Column.Day<LeaderStandingRow>("away_until", r => r.AwayUntil),
    ]);

    public string Key => Leader;

    public LeaderStandingRow Then(LeaderStandingRow later) => new(
        Leader, later.Updated, later.LeftAt ?? LeftAt, later.AwayFrom ?? AwayFrom, later.AwayUntil ?? AwayUntil);
}
