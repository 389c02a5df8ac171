namespace PetitionMesh.Journal.Ledger;

/// <summary>One reception as the register lists it (W7, W9), without anything personal.</summary>
/// <param name="Position">Of its event: receptions are never changed, so the journal's order is also the table's.</param>
/// <param name="Recorder">Who wrote it down: the actor of the event.</param>
/// <param name="OccurredAt">UTC, whole microseconds.</param>
internal sealed record ReceptionRow(
    long Position,
    Guid Reception,
    Guid Case,
    int Number,
    bool First,
    string Court,
    string Channel,
    string? Receiver,
    string Recorder,
    DateTimeOffset OccurredAt,
    DateOnly Day,
    string Level,
    int Headcount,
    bool Collective,
    bool SkipsLevel,
    bool Late,
    bool Returned) : ILedgerRow<long, ReceptionRow>
{
    public static LedgerTable<ReceptionRow> Table { get; } = new("reception", 1,
    [
        Column.Long<ReceptionRow>("position", r => r.Position),
        Column.Id<ReceptionRow>("reception_id", r => r.Reception),
        Column.Id<ReceptionRow>("case_id", r => r.Case),
        Column.Int<ReceptionRow>("number", r => r.Number),
        Column.Flag<ReceptionRow>("first", r => r.First),
        Column.Text<ReceptionRow>("court", r => r.Court),
        Column.Text<ReceptionRow>("channel", r => r.Channel),
        Column.Text<ReceptionRow>("receiver", r => r.Receiver),
        Column.Text<ReceptionRow>("recorder", r => r.Recorder),
        Column.Instant<ReceptionRow>("occurred_at", r => r.OccurredAt),
        Column.Day<ReceptionRow>("city_day", r => r.Day),
        Column.Text<ReceptionRow>("level", r => r.Level),
        Column.Int<ReceptionRow>("headcount", r => r.Headcount),
        Column.Flag<ReceptionRow>("collective", r => r.Collective),
        Column.Flag<ReceptionRow>("skip_level", r => r.SkipsLevel),
        Column.Flag<ReceptionRow>("late", r => r.Late),
        Column.Flag<ReceptionRow>("returned", r => r.Returned),
    ])
    {
        IsInJournalOrder = true,
    };

    public long Key => Position;

    public ReceptionRow Then(ReceptionRow later) => this;
}

/// <summary>W4: a repeat that is no visit, laid on the owner's desk.</summary>
internal sealed record NoticeRow(long Position, Guid Case, string Leader, Guid Reception, string Channel) : ILedgerRow<long, NoticeRow>
{
    public static LedgerTable<NoticeRow> Table { get; } = new("notice", 1,
    [
        Column.Long<NoticeRow>("position", r => r.Position),
        Column.Id<NoticeRow>("case_id", r => r.Case),
        Column.Text<NoticeRow>("leader", r => r.Leader),
        Column.Id<NoticeRow>("reception_id", r => r.Reception),
        Column.Text<NoticeRow>("channel", r => r.Channel),
    ])
    {
        IsInJournalOrder = true,
    };

    public long Key => Position;

    public NoticeRow Then(NoticeRow later) => this;
}
