namespace PetitionMesh.Journal.Ledger;

/// <summary>A unit's screening of its lawsuits of a month (S2); nothing of any lawsuit. Null means "these events don't say", the stored value stays.</summary>
/// <param name="Screening">Unit and month, as its stream names it.</param>
/// <param name="Position">Of its report.</param>
/// <param name="Court">Of the unit.</param>
/// <param name="Month">First day.</param>
/// <param name="Corrected">Whether it was told anew since.</param>
/// <param name="Found">Lawsuits that may be petitioned about.</param>
/// <param name="Open">Those of them that are not settled.</param>
internal sealed record LawsuitScreeningRow(
    string Screening,
    long Updated,
    long? Position = null,
    string? Court = null,
    string? Unit = null,
    DateOnly? Month = null,
    DateOnly? ReportedOn = null,
    bool? IsLate = null,
    bool? Corrected = null,
    int? OpenLawsuits = null,
    int? ClosedLawsuits = null,
    int? Found = null,
    int? Open = null) : ILedgerRow<string, LawsuitScreeningRow>
{
    public static LedgerTable<LawsuitScreeningRow> Table { get; } = new("lawsuit_screening", 1,
    [
        Column.Text<LawsuitScreeningRow>("screening", r => r.Screening),
        Column.Long<LawsuitScreeningRow>("updated", r => r.Updated),
        Column.Long<LawsuitScreeningRow>("position", r => r.Position),
        Column.Text<LawsuitScreeningRow>("court", r => r.Court),
        Column.Text<LawsuitScreeningRow>("unit", r => r.Unit),
        Column.Day<LawsuitScreeningRow>("month_day", r => r.Month),
        Column.Day<LawsuitScreeningRow>("reported_on", r => r.ReportedOn),
        Column.Flag<LawsuitScreeningRow>("late", r => r.IsLate),
        Column.Flag<LawsuitScreeningRow>("corrected", r => r.Corrected),
        Column.Int<LawsuitScreeningRow>("open_lawsuits", r => r.OpenLawsuits),
        Column.Int<LawsuitScreeningRow>("closed_lawsuits", r => r.ClosedLawsuits),
        Column.Int<LawsuitScreeningRow>("found", r => r.Found),
        Column.Int<LawsuitScreeningRow>("unsettled", r => r.Open),
    ])
    {
        IsNew = r => r.Position is not null,
    };

    public string Key => Screening;

    public LawsuitScreeningRow Then(LawsuitScreeningRow later) => new(
        Screening,
        later.Updated,
        later.Position ?? Position,
        later.Court ?? Court,
        later.Unit ?? Unit,
        later.Month ?? Month,
        later.ReportedOn ?? ReportedOn,
        later.IsLate ?? IsLate,
        later.Corrected ?? Corrected,
        later.OpenLawsuits ?? OpenLawsuits,
        later.ClosedLawsuits ?? ClosedLawsuits,
        later.Found ?? Found,
        later.Open ?? Open);
}
