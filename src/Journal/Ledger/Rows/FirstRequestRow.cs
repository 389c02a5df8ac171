namespace PetitionMesh.Journal.Ledger;

/// <summary>Y1: a line of the register of first requests; nothing personal. Null means "these events don't say", the stored value stays.</summary>
/// <param name="Status">Of <see cref="PetitionMesh.Grains.FirstRequests.RequestStatus"/>.</param>
/// <param name="Position">Of its receipt: the order of the register.</param>
/// <param name="Responsible">首诉负责人, empty where a sheet names nobody; likewise the texts of its kind.</param>
internal sealed record FirstRequestRow(
    Guid Request,
    long Updated,
    string? Status = null,
    long? Position = null,
    string? Court = null,
    string? Channel = null,
    string? Kind = null,
    string? Handling = null,
    DateOnly? Day = null,
    string? Responsible = null,
    string? Register = null,
    DateOnly? DueOn = null,
    DateOnly? DoneOn = null,
    string? PassedTo = null,
    Guid? Case = null,
    bool? Filed = null) : ILedgerRow<Guid, FirstRequestRow>
{
    public static LedgerTable<FirstRequestRow> Table { get; } = new("first_request", 1,
    [
        Column.Id<FirstRequestRow>("request_id", r => r.Request),
        Column.Long<FirstRequestRow>("updated", r => r.Updated),
        Column.Text<FirstRequestRow>("status", r => r.Status),
        Column.Long<FirstRequestRow>("position", r => r.Position),
        Column.Text<FirstRequestRow>("court", r => r.Court),
        Column.Text<FirstRequestRow>("channel", r => r.Channel),
        Column.Text<FirstRequestRow>("kind", r => r.Kind),
        Column.Text<FirstRequestRow>("handling", r => r.Handling),
        Column.Day<FirstRequestRow>("city_day", r => r.Day),
        Column.Text<FirstRequestRow>("responsible", r => r.Responsible),
        Column.Text<FirstRequestRow>("register", r => r.Register),
        Column.Day<FirstRequestRow>("due_on", r => r.DueOn),
        Column.Day<FirstRequestRow>("done_on", r => r.DoneOn),
        Column.Text<FirstRequestRow>("passed_to", r => r.PassedTo),
        Column.Id<FirstRequestRow>("case_id", r => r.Case),
        Column.Flag<FirstRequestRow>("filed", r => r.Filed),
    ])
    {
        IsNew = r => r.Position is not null,
    };

    public Guid Key => Request;

    public FirstRequestRow Then(FirstRequestRow later) => new(
        Request,
        later.Updated,
        later.Status ?? Status,
        later.Position ?? Position,
        later.Court ?? Court,
        later.Channel ?? Channel,
        later.Kind ?? Kind,
        later.Handling ?? Handling,
        later.Day ?? Day,
        later.Responsible ?? Responsible,
        later.Register ?? Register,
        later.DueOn ?? DueOn,
        later.DoneOn ?? DoneOn,
        later.PassedTo ?? PassedTo,
        later.Case ?? Case,
        later.Filed ?? Filed);
}
