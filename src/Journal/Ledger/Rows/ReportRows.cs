namespace PetitionMesh.Journal.Ledger;

/// <summary>
/// How much one cell of the owners' tally grows: resolutions of one leader on one day and ground (W6, W15), negative when one is taken back.
/// Endings are rare beside receptions, so days are all it has.
/// </summary>
/// <param name="Provisional">Those of <paramref name="Resolved"/> that are promises within their year (W14).</param>
internal sealed record OwnerTallyRow(DateOnly Starts, string Owner, string Ground, int Resolved, int Provisional)
    : ILedgerRow<(DateOnly, string, string), OwnerTallyRow>
{
    public static LedgerTable<OwnerTallyRow> Table { get; } = new("tally_owner", 3,
    [
        Column.Day<OwnerTallyRow>("starts", r => r.Starts),
        Column.Text<OwnerTallyRow>("owner", r => r.Owner),
        Column.Text<OwnerTallyRow>("ground", r => r.Ground),
        Column.Int<OwnerTallyRow>("resolved", r => r.Resolved),
        Column.Int<OwnerTallyRow>("provisional", r => r.Provisional),
    ]);

    public (DateOnly, string, string) Key => (Starts, Owner, Ground);

    public OwnerTallyRow Then(OwnerTallyRow later) =>
        this with { Resolved = Resolved + later.Resolved, Provisional = Provisional + later.Provisional };
}

/// <summary>J11: one unit's daily report as it stands; null means "this event doesn't say".</summary>
/// <param name="Updated">Position of the last event.</param>
/// <param name="Corrections">How many corrections these events add.</param>
/// <param name="Figures">In force, JSON of <see cref="Grains.CourtDays.DayFigures"/>.</param>
/// <param name="Registered">The register's figures when these were signed, exact at position <paramref name="RegisteredAt"/>.</param>
internal sealed record DailyReportRow(
    string Unit,
    DateOnly Day,
    long Updated,
    int Corrections,
    bool Nil,
    string Figures,
    string Registered,
    long RegisteredAt,
    string Remarks,
    string? Signer = null,
    DateTimeOffset? SubmittedAt = null,
    bool? Late = null) : ILedgerRow<(string, DateOnly), DailyReportRow>
{
    public static LedgerTable<DailyReportRow> Table { get; } = new("daily_report", 2,
    [
        Column.Text<DailyReportRow>("unit", r => r.Unit),
        Column.Day<DailyReportRow>("city_day", r => r.Day),
        Column.Long<DailyReportRow>("updated", r => r.Updated),
        Column.Int<DailyReportRow>("corrections", r => r.Corrections),
        Column.Flag<DailyReportRow>("nil", r => r.Nil),
        Column.Text<DailyReportRow>("figures", r => r.Figures),
        Column.Text<DailyReportRow>("registered", r => r.Registered),
        Column.Long<DailyReportRow>("registered_at", r => r.RegisteredAt),
        Column.Text<DailyReportRow>("remarks", r => r.Remarks),
        Column.Text<DailyReportRow>("signer", r => r.Signer),
        Column.Instant<DailyReportRow>("submitted_at", r => r.SubmittedAt),
        Column.Flag<DailyReportRow>("late", r => r.Late),
    ]);

    public (string, DateOnly) Key => (Unit, Day);

    public DailyReportRow Then(DailyReportRow later) => later with
    {
        Corrections = Corrections + later.Corrections,
        Signer = Signer ?? later.Signer,
        SubmittedAt = SubmittedAt ?? later.SubmittedAt,
        Late = Late ?? later.Late,
    };
}

/// <summary>J11: an alert. What only its raising says is null in the row of its acknowledgement.</summary>
/// <param name="Raised">Position of its raising.</param>
internal sealed record AlertRow(
    Guid Alert,
    string Unit,
    DateOnly Day,
    long? Raised = null,
    string? Kind = null,
    Guid? Case = null,
    Guid? Reception = null,
    string? Place = null,
    int? Headcount = null,
    string? Words = null,
    DateTimeOffset? OccurredAt = null,
    string? RaisedBy = null,
    DateTimeOffset? RaisedAt = null,
    string? AcknowledgedBy = null,
    DateTimeOffset? AcknowledgedAt = null) : ILedgerRow<Guid, AlertRow>
{
    public static LedgerTable<AlertRow> Table { get; } = new("alert", 1,
    [
        Column.Id<AlertRow>("alert_id", r => r.Alert),
        Column.Text<AlertRow>("unit", r => r.Unit),
        Column.Day<AlertRow>("city_day", r => r.Day),
        Column.Long<AlertRow>("raised", r => r.Raised),
        Column.Text<AlertRow>("kind", r => r.Kind),
        Column.Id<AlertRow>("case_id", r => r.Case),
        Column.Id<AlertRow>("reception_id", r => r.Reception),
        Column.Text<AlertRow>("place", r => r.Place),
        Column.Int<AlertRow>("headcount", r => r.Headcount),
        Column.Text<AlertRow>("words", r => r.Words),
        Column.Instant<AlertRow>("occurred_at", r => r.OccurredAt),
        Column.Text<AlertRow>("raised_by", r => r.RaisedBy),
        Column.Instant<AlertRow>("raised_at", r => r.RaisedAt),
        Column.Text<AlertRow>("acknowledged_by", r => r.AcknowledgedBy),
        Column.Instant<AlertRow>("acknowledged_at", r => r.AcknowledgedAt),
    ]);

    public Guid Key => Alert;

    public AlertRow Then(AlertRow later) => this with { AcknowledgedBy = AcknowledgedBy ?? later.AcknowledgedBy, AcknowledgedAt = AcknowledgedAt ?? later.AcknowledgedAt };
}

/// <summary>J11: a reception that must have been told at once, see <see cref="AlertRules"/>. Few, so whoever asks for those without an alert reads few rows.</summary>
internal sealed record AlertDueRow(
    long Position, Guid Reception, Guid Case, string Court, string? Unit, DateOnly Day, string Kind) : ILedgerRow<long, AlertDueRow>
{
    public static LedgerTable<AlertDueRow> Table { get; } = new("alert_due", 1,
    [
        Column.Long<AlertDueRow>("position", r => r.Position),
        Column.Id<AlertDueRow>("reception_id", r => r.Reception),
        Column.Id<AlertDueRow>("case_id", r => r.Case),
        Column.Text<AlertDueRow>("court", r => r.Court),
        Column.Text<AlertDueRow>("unit", r => r.Unit),
        Column.Day<AlertDueRow>("city_day", r => r.Day),
        Column.Text<AlertDueRow>("kind", r => r.Kind),
    ]);

    public long Key => Position;

    public AlertDueRow Then(AlertDueRow later) => this;
}

/// <summary>J11: who can be reached for a unit; the last one named stands.</summary>
internal sealed record DutyContactRow(string Unit, string Name, string Post, string Phone, DateTimeOffset Since, long Position)
    : ILedgerRow<string, DutyContactRow>
{
    public static LedgerTable<DutyContactRow> Table { get; } = new("duty_contact", 1,
    [
        Column.Text<DutyContactRow>("unit", r => r.Unit),
        Column.Text<DutyContactRow>("name", r => r.Name),
        Column.Text<DutyContactRow>("post", r => r.Post),
        Column.Text<DutyContactRow>("phone", r => r.Phone),
        Column.Instant<DutyContactRow>("since", r => r.Since),
        Column.Long<DutyContactRow>("position", r => r.Position),
    ]);

    public string Key => Unit;

    public DutyContactRow Then(DutyContactRow later) => later;
}

/// <summary>A published product; its content stands in its own stream.</summary>
/// <param name="Hash">Of the content in force.</param>
/// <param name="Position">For which the content in force is exact.</param>
/// <param name="Corrections">How many corrections these events add.</param>
/// <param name="Updated">Position of the last event.</param>
internal sealed record PublicationRow(
    string Publication,
    string Product,
    string Scope,
    DateOnly From,
    DateOnly To,
    string Hash,
    long Position,
    int Corrections,
    string By,
    DateTimeOffset At,
    long Updated) : ILedgerRow<string, PublicationRow>
{
    public static LedgerTable<PublicationRow> Table { get; } = new("publication", 1,
    [
        Column.Text<PublicationRow>("publication_id", r => r.Publication),
        Column.Text<PublicationRow>("product", r => r.Product),
        Column.Text<PublicationRow>("scope", r => r.Scope),
        Column.Day<PublicationRow>("starts", r => r.From),
        Column.Day<PublicationRow>("ends", r => r.To),
        Column.Text<PublicationRow>("hash", r => r.Hash),
        Column.Long<PublicationRow>("position", r => r.Position),
        Column.Int<PublicationRow>("corrections", r => r.Corrections),
        Column.Text<PublicationRow>("published_by", r => r.By),
        Column.Instant<PublicationRow>("published_at", r => r.At),
        Column.Long<PublicationRow>("updated", r => r.Updated),
    ]);

    public string Key => Publication;

    public PublicationRow Then(PublicationRow later) => later with { Corrections = Corrections + later.Corrections };
}
