namespace PetitionMesh.Journal.Ledger;

/// <summary>A line of the register of complaints (Y6); nothing personal. Null means "these events don't say", the stored value stays.</summary>
/// <param name="Status">Of <see cref="PetitionMesh.Grains.ErrandDesks.ComplaintStatus"/>.</param>
/// <param name="Position">Of its registration: the order of the register.</param>
/// <param name="Officer">Of the desk, when it took the complaint.</param>
/// <param name="Division">That checks it; null before the circulation, as is <paramref name="DueOn"/>.</param>
/// <param name="Found">Forbidden conduct, as <see cref="Marked"/>; empty where nothing was found.</param>
internal sealed record ComplaintRow(
    Guid Complaint,
    long Updated,
    string? Status = null,
    long? Position = null,
    string? Court = null,
    Guid? Desk = null,
    string? DeskName = null,
    string? Officer = null,
    string? Channel = null,
    DateOnly? Day = null,
    string? Division = null,
    DateOnly? DueOn = null,
    DateOnly? CheckedOn = null,
    bool? Late = null,
    string? Outcome = null,
    string? Found = null,
    DateOnly? AnsweredOn = null,
    string? AnsweredBy = null) : ILedgerRow<Guid, ComplaintRow>
{
    public static LedgerTable<ComplaintRow> Table { get; } = new("complaint", 1,
    [
        Column.Id<ComplaintRow>("complaint_id", r => r.Complaint),
        Column.Long<ComplaintRow>("updated", r => r.Updated),
        Column.Text<ComplaintRow>("status", r => r.Status),
        Column.Long<ComplaintRow>("position", r => r.Position),
        Column.Text<ComplaintRow>("court", r => r.Court),
        Column.Id<ComplaintRow>("desk_id", r => r.Desk),
        Column.Text<ComplaintRow>("desk", r => r.DeskName),
        Column.Text<ComplaintRow>("officer", r => r.Officer),
        Column.Text<ComplaintRow>("channel", r => r.Channel),
        Column.Day<ComplaintRow>("city_day", r => r.Day),
        Column.Text<ComplaintRow>("division", r => r.Division),
        Column.Day<ComplaintRow>("due_on", r => r.DueOn),
        Column.Day<ComplaintRow>("checked_on", r => r.CheckedOn),
        Column.Flag<ComplaintRow>("late", r => r.Late),
        Column.Text<ComplaintRow>("outcome", r => r.Outcome),
        Column.Text<ComplaintRow>("found", r => r.Found),
        Column.Day<ComplaintRow>("answered_on", r => r.AnsweredOn),
        Column.Text<ComplaintRow>("answered_by", r => r.AnsweredBy),
    ])
    {
        IsNew = r => r.Position is not null,
    };

    public Guid Key => Complaint;

    public ComplaintRow Then(ComplaintRow later) => new(
        Complaint,
        later.Updated,
        later.Status ?? Status,
        later.Position ?? Position,
        later.Court ?? Court,
        later.Desk ?? Desk,
        later.DeskName ?? DeskName,
        later.Officer ?? Officer,
        later.Channel ?? Channel,
        later.Day ?? Day,
        later.Division ?? Division,
        later.DueOn ?? DueOn,
        later.CheckedOn ?? CheckedOn,
        later.Late ?? Late,
        later.Outcome ?? Outcome,
        later.Found ?? Found,
        later.AnsweredOn ?? AnsweredOn,
        later.AnsweredBy ?? AnsweredBy);
}
