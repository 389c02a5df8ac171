namespace PetitionMesh.Journal.Ledger;

/// <summary>One clock of a case; null means "this event doesn't say". Found by its state and last day (J5).</summary>
/// <param name="State">Word of <c>ClockStanding</c>.</param>
/// <param name="ChangedOn">City day of the last change.</param>
internal sealed record ClockRow(
    Guid Case,
    string Clock,
    string State,
    DateOnly ChangedOn,
    string? Kind = null,
    string? Rule = null,
    string? Court = null,
    string? Holder = null,
    DateOnly? StartedOn = null,
    DateOnly? DueOn = null) : ILedgerRow<(Guid, string), ClockRow>
{
    public static LedgerTable<ClockRow> Table { get; } = new("case_clock", 2,
    [
        Column.Id<ClockRow>("case_id", r => r.Case),
        Column.Text<ClockRow>("clock_id", r => r.Clock),
        Column.Text<ClockRow>("state", r => r.State),
        Column.Day<ClockRow>("changed_on", r => r.ChangedOn),
        Column.Text<ClockRow>("kind", r => r.Kind),
        Column.Text<ClockRow>("rule", r => r.Rule),
        Column.Text<ClockRow>("court", r => r.Court),
        Column.Text<ClockRow>("holder", r => r.Holder),
        Column.Day<ClockRow>("started_on", r => r.StartedOn),
        Column.Day<ClockRow>("due_on", r => r.DueOn),
    ]);

    public (Guid, string) Key => (Case, Clock);

    public ClockRow Then(ClockRow later) => new(
        Case,
        Clock,
        later.State,
        later.ChangedOn,
        later.Kind ?? Kind,
        later.Rule ?? Rule,
        later.Court ?? Court,
        later.Holder ?? Holder,
        later.StartedOn ?? StartedOn,
        later.DueOn ?? DueOn);
}

/// <summary>One recorded act, without its texts. The journal's order is also the table's.</summary>
/// <param name="Act">Word of <c>CaseAct</c>, or of what happens beside the forms: outsideVisit, reopeningAsked.</param>
/// <param name="Detail">The word that tells its kind apart: level, place, conclusion, ground; null for most.</param>
/// <param name="Amount">Judicial assistance in fen.</param>
internal sealed record ActRow(
    long Position,
    Guid Id,
    Guid Case,
    string Act,
    string? Detail,
    DateOnly Day,
    string Court,
    string Actor,
    long? Amount) : ILedgerRow<long, ActRow>
{
    public static LedgerTable<ActRow> Table { get; } = new("case_act", 1,
    [
        Column.Long<ActRow>("position", r => r.Position),
        Column.Id<ActRow>("act_id", r => r.Id),
        Column.Id<ActRow>("case_id", r => r.Case),
        Column.Text<ActRow>("act", r => r.Act),
        Column.Text<ActRow>("detail", r => r.Detail),
        Column.Day<ActRow>("city_day", r => r.Day),
        Column.Text<ActRow>("court", r => r.Court),
        Column.Text<ActRow>("actor", r => r.Actor),
        Column.Long<ActRow>("amount", r => r.Amount),
    ])
    {
        IsInJournalOrder = true,
    };

    public long Key => Position;

    public ActRow Then(ActRow later) => this;
}

/// <summary>A line of the ledger of assigned cases (交办案件台账, J5); null means "this event doesn't say".</summary>
internal sealed record AssignmentRow(
    Guid Case,
    int Number,
    long Position,
    string? Source = null,
    string? DocumentNumber = null,
    string? Unit = null,
    string? Division = null,
    DateOnly? ReceivedOn = null,
    bool? Urgent = null,
    string? ResponsibleLeader = null,
    string? Handler = null,
    string? Contact = null) : ILedgerRow<(Guid, int), AssignmentRow>
{
    public static LedgerTable<AssignmentRow> Table { get; } = new("case_assignment", 2,
    [
        Column.Id<AssignmentRow>("case_id", r => r.Case),
        Column.Int<AssignmentRow>("nr", r => r.Number),
        Column.Long<AssignmentRow>("position", r => r.Position),
        Column.Text<AssignmentRow>("source", r => r.Source),
        Column.Text<AssignmentRow>("document_number", r => r.DocumentNumber),
        Column.Text<AssignmentRow>("unit", r => r.Unit),
        Column.Text<AssignmentRow>("division", r => r.Division),
        Column.Day<AssignmentRow>("received_on", r => r.ReceivedOn),
        Column.Flag<AssignmentRow>("urgent", r => r.Urgent),
        Column.Text<AssignmentRow>("responsible_leader", r => r.ResponsibleLeader),
        Column.Text<AssignmentRow>("handler", r => r.Handler),
        Column.Text<AssignmentRow>("contact", r => r.Contact),
    ]);

    public (Guid, int) Key => (Case, Number);

    public AssignmentRow Then(AssignmentRow later) => new(
        Case,
        Number,
        Position,
        later.Source ?? Source,
        later.DocumentNumber ?? DocumentNumber,
        later.Unit ?? Unit,
        later.Division ?? Division,
        later.ReceivedOn ?? ReceivedOn,
        later.Urgent ?? Urgent,
        later.ResponsibleLeader ?? ResponsibleLeader,
        later.Handler ?? Handler,
        later.Contact ?? Contact);
}
