namespace PetitionMesh.Journal.Ledger;

/// <summary>
/// W8: an owner called to the reception place of a repeat visit, and what became of it. Null means "these events don't say", the
/// stored value stays; instants are UTC, whole microseconds.
/// </summary>
/// <param name="Court">The reception place that calls.</param>
/// <param name="Position">Of its sending: the order of a leader's list.</param>
/// <param name="AnsweredAt">The first answer of any kind; a later one never changes it.</param>
/// <param name="Watched">
/// What the court's sweeper waits for, <c>dg/sent</c> or <c>dg/arranged</c>: with <paramref name="WatchedAt"/> the due index, so that no case needs a
/// reminder of its own. What was not answered or not kept is <c>dg/escalated</c> or <c>dg/missed</c>: the weekly meeting asks for it (S1). Else empty.
/// </param>
internal sealed record SummonsRow(
    Guid Summons,
    long Updated,
    Guid? Case = null,
    string? Leader = null,
    Guid? Reception = null,
    string? Court = null,
    string? Status = null,
    DateTimeOffset? SentAt = null,
    long? Position = null,
    DateTimeOffset? AnsweredAt = null,
    string? Mode = null,
    DateTimeOffset? MeetingAt = null,
    string? Place = null,
    DateTimeOffset? SettledAt = null,
    DateTimeOffset? EscalatedAt = null,
    string? Watched = null,
    DateTimeOffset? WatchedAt = null) : ILedgerRow<Guid, SummonsRow>
{
    public static LedgerTable<SummonsRow> Table { get; } = new("summons", 1,
    [
        Column.Id<SummonsRow>("summons_id", r => r.Summons),
        Column.Long<SummonsRow>("updated", r => r.Updated),
        Column.Id<SummonsRow>("case_id", r => r.Case),
        Column.Text<SummonsRow>("leader", r => r.Leader),
        Column.Id<SummonsRow>("reception_id", r => r.Reception),
        Column.Text<SummonsRow>("court", r => r.Court),
        Column.Text<SummonsRow>("status", r => r.Status),
        Column.Instant<SummonsRow>("sent_at", r => r.SentAt),
        Column.Long<SummonsRow>("position", r => r.Position),
        Column.Instant<SummonsRow>("answered_at", r => r.AnsweredAt),
        Column.Text<SummonsRow>("mode", r => r.Mode),
        Column.Instant<SummonsRow>("meeting_at", r => r.MeetingAt),
        Column.Text<SummonsRow>("place", r => r.Place),
        Column.Instant<SummonsRow>("settled_at", r => r.SettledAt),
        Column.Instant<SummonsRow>("escalated_at", r => r.EscalatedAt),
        Column.Text<SummonsRow>("watched", r => r.Watched),
        Column.Instant<SummonsRow>("watched_at", r => r.WatchedAt),
    ])
    {
        IsNew = r => r.Position is not null,
    };

    public Guid Key => Summons;

    public SummonsRow Then(SummonsRow later) => new(
        Summons,
        later.Updated,
        later.Case ?? Case,
        later.Leader ?? Leader,
        later.Reception ?? Reception,
        later.Court ?? Court,
        later.Status ?? Status,
        later.SentAt ?? SentAt,
        later.Position ?? Position,
        AnsweredAt ?? later.AnsweredAt,
        later.Mode ?? Mode,
        later.MeetingAt ?? MeetingAt,
        later.Place ?? Place,
        later.SettledAt ?? SettledAt,
        later.EscalatedAt ?? EscalatedAt,
        later.Watched ?? Watched,
        later.WatchedAt ?? WatchedAt);
}
