namespace PetitionMesh.Journal.Ledger;

/// <summary>A court takes part in a case: received it, opened it, its leader owns it, or an imported ledger lists it there.</summary>
/// <param name="Since">Position of the event that first said so: the stable order of that court's ledger.</param>
internal sealed record CaseCourtRow(Guid Case, string Court, long Since) : ILedgerRow<(Guid, string), CaseCourtRow>
{
    public static LedgerTable<CaseCourtRow> Table { get; } = new("case_court", 2,
    [
        Column.Id<CaseCourtRow>("case_id", r => r.Case),
        Column.Text<CaseCourtRow>("court", r => r.Court),
        Column.Long<CaseCourtRow>("since", r => r.Since),
    ]);

    public (Guid, string) Key => (Case, Court);

    public CaseCourtRow Then(CaseCourtRow later) => this;
}

/// <summary>A case is a person's: opened by them, joined as a representative, imported or identified later. The key is a keyed hash.</summary>
internal sealed record PetitionerCaseRow(string Petitioner, Guid Case, long Since) : ILedgerRow<(string, Guid), PetitionerCaseRow>
{
    public static LedgerTable<PetitionerCaseRow> Table { get; } = new("petitioner_case", 2,
    [
        Column.Text<PetitionerCaseRow>("petitioner", r => r.Petitioner),
        Column.Id<PetitionerCaseRow>("case_id", r => r.Case),
        Column.Long<PetitionerCaseRow>("since", r => r.Since),
    ]);

    public (string, Guid) Key => (Petitioner, Case);

    public PetitionerCaseRow Then(PetitionerCaseRow later) => this;
}

/// <summary>One row of an imported ledger and the case it became part of (J1). The names are those of officials, as the sheet has them.</summary>
internal sealed record ImportRow(
    string Import,
    int Row,
    Guid Case,
    string Unit,
    string? Owner,
    string? ResponsibleLeader,
    string? Handler,
    string? Source,
    DateOnly? AssignedOn,
    DateOnly? FirstVisitOn,
    long Position) : ILedgerRow<(string, int), ImportRow>
{
    public static LedgerTable<ImportRow> Table { get; } = new("import_row", 2,
    [
        Column.Text<ImportRow>("import", r => r.Import),
        Column.Int<ImportRow>("sheet_row", r => r.Row),
        Column.Id<ImportRow>("case_id", r => r.Case),
        Column.Text<ImportRow>("unit", r => r.Unit),
        Column.Text<ImportRow>("owner", r => r.Owner),
        Column.Text<ImportRow>("responsible_leader", r => r.ResponsibleLeader),
        Column.Text<ImportRow>("handler", r => r.Handler),
        Column.Text<ImportRow>("source", r => r.Source),
        Column.Day<ImportRow>("assigned_on", r => r.AssignedOn),
        Column.Day<ImportRow>("first_visit_on", r => r.FirstVisitOn),
        Column.Long<ImportRow>("position", r => r.Position),
    ]);

    public (string, int) Key => (Import, Row);

    public ImportRow Then(ImportRow later) => this;
}
