namespace PetitionMesh.Journal.Ledger;

/// <summary>
/// How much one cell of the reception tally grows. A cell is a span of city days (<see cref="Spans"/>) at one court and channel: so
/// many there are that a figure for a year or the whole city adds a few hundred, and so few that a batch writes two a reception.
/// Divisions of the intermediate court have days of their own (<see cref="Spans.UnitDay"/>). What else is asked of receptions stands as figures in
/// the same cell, never as a further dimension: a cell more costs every registration, a figure hardly anything.
/// </summary>
/// <param name="ToCity">Of persons whose matter had gone to the city before; likewise province and capital.</param>
/// <param name="Late">Entered after the day itself (W3).</param>
/// <param name="Imported">Of cases that an imported ledger had before.</param>
/// <param name="Civil">By the kind of the original lawsuit; what is in none of the four is other or unknown.</param>
internal sealed record ReceptionTallyRow(
    char Span,
    DateOnly Starts,
    string Court,
    string Channel,
    int Receptions,
    int First,
    int Collective,
    int SkipLevel,
    int Persons,
    int ToCity = 0,
    int ToProvince = 0,
    int ToCapital = 0,
    int Late = 0,
    int Imported = 0,
    int Civil = 0,
    int Criminal = 0,
    int Administrative = 0,
    int Enforcement = 0) : ILedgerRow<(char, DateOnly, string, string), ReceptionTallyRow>
{
    public static LedgerTable<ReceptionTallyRow> Table { get; } = new("tally_reception", 4,
    [
        Column.Text<ReceptionTallyRow>("span", r => Spans.Text(r.Span)),
        Column.Day<ReceptionTallyRow>("starts", r => r.Starts),
        Column.Text<ReceptionTallyRow>("court", r => r.Court),
        Column.Text<ReceptionTallyRow>("channel", r => r.Channel),
        Column.Int<ReceptionTallyRow>("receptions", r => r.Receptions),
        Column.Int<ReceptionTallyRow>("first", r => r.First),
        Column.Int<ReceptionTallyRow>("collective", r => r.Collective),
        Column.Int<ReceptionTallyRow>("skip_level", r => r.SkipLevel),
        Column.Int<ReceptionTallyRow>("persons", r => r.Persons),
        Column.Int<ReceptionTallyRow>("to_city", r => r.ToCity),
        Column.Int<ReceptionTallyRow>("to_province", r => r.ToProvince),
        Column.Int<ReceptionTallyRow>("to_capital", r => r.ToCapital),
        Column.Int<ReceptionTallyRow>("late", r => r.Late),
        Column.Int<ReceptionTallyRow>("imported", r => r.Imported),
        Column.Int<ReceptionTallyRow>("civil", r => r.Civil),
        Column.Int<ReceptionTallyRow>("criminal", r => r.Criminal),
        Column.Int<ReceptionTallyRow>("administrative", r => r.Administrative),
        Column.Int<ReceptionTallyRow>("enforcement", r => r.Enforcement),
    ]);

    public (char, DateOnly, string, string) Key => (Span, Starts, Court, Channel);

    public ReceptionTallyRow Then(ReceptionTallyRow later) => this with
    {
        Receptions = Receptions + later.Receptions,
        First = First + later.First,
        Collective = Collective + later.Collective,
        SkipLevel = SkipLevel + later.SkipLevel,
        Persons = Persons + later.Persons,
        ToCity = ToCity + later.ToCity,
        ToProvince = ToProvince + later.ToProvince,
        ToCapital = ToCapital + later.ToCapital,
        Late = Late + later.Late,
        Imported = Imported + later.Imported,
        Civil = Civil + later.Civil,
        Criminal = Criminal + later.Criminal,
        Administrative = Administrative + later.Administrative,
        Enforcement = Enforcement + later.Enforcement,
    };
}

/// <summary>
/// How much one cell of the resolution tally grows (W14); negative when a resolution is taken back out of the cell it was counted in.
/// </summary>
/// <param name="Provisional">Those of <paramref name="Resolved"/> that are promises within their year (W14).</param>
internal sealed record ResolutionTallyRow(
    char Span,
    DateOnly Starts,
    string Court,
    string Ground,
    int Resolved,
    int Provisional) : ILedgerRow<(char, DateOnly, string, string), ResolutionTallyRow>
{
    public static LedgerTable<ResolutionTallyRow> Table { get; } = new("tally_resolution", 4,
    [
        Column.Text<ResolutionTallyRow>("span", r => Spans.Text(r.Span)),
        Column.Day<ResolutionTallyRow>("starts", r => r.Starts),
        Column.Text<ResolutionTallyRow>("court", r => r.Court),
        Column.Text<ResolutionTallyRow>("ground", r => r.Ground),
        Column.Int<ResolutionTallyRow>("resolved", r => r.Resolved),
        Column.Int<ResolutionTallyRow>("provisional", r => r.Provisional),
    ]);

    public (char, DateOnly, string, string) Key => (Span, Starts, Court, Ground);

    public ResolutionTallyRow Then(ResolutionTallyRow later) => this with
    {
        Resolved = Resolved + later.Resolved,
        Provisional = Provisional + later.Provisional,
    };
}

/// <summary>Where the ledger stands: written by every batch that has events, so that figures can say as of when they are.</summary>
/// <param name="At">Instant of the latest event's decision, UTC, whole microseconds.</param>
internal sealed record HeadRow(long Position, DateTimeOffset At) : ILedgerRow<int, HeadRow>
{
    public static LedgerTable<HeadRow> Table { get; } = new("ledger_head", 1,
    [
        Column.Int<HeadRow>("id", _ => 1),
        Column.Long<HeadRow>("position", r => r.Position),
        Column.Instant<HeadRow>("at", r => r.At),
    ]);

    public int Key => 1;

    public HeadRow Then(HeadRow later) => later;
}
