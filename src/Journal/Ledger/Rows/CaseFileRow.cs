using System.Collections.Immutable;

namespace PetitionMesh.Journal.Ledger;

/// <summary>
/// What is known of a case after some of its events; null means "these events don't say", the stored value stays. All figures
/// are absolute, taken from the events, never counted here.
/// </summary>
/// <param name="Status">
/// The word <c>open</c> only follows <c>pending</c>: an owner fixed while the case stands otherwise (joined, succession) changes no status.
/// </param>
/// <param name="Receptions">Receptions in the system; earlier visits of an imported case are not among them (W5).</param>
/// <param name="FirstReception">Position of the reception with number 1.</param>
/// <param name="EndedOn">City day of the latest ending, also when it was taken back since: <paramref name="Status"/> tells.</param>
/// <param name="Imported">Unit that the imported ledger lists the case for.</param>
/// <param name="Opened">Position of the opening: the stable order of the city's ledger.</param>
/// <param name="AnswerDue">
/// G1 of a first reception, folded into this row so that a reception writes no other; <see cref="OwnClock"/> once a clock of its own stands for it.
/// </param>
/// <param name="HeldSince">UTC, whole microseconds: since when the case is in the hands that hold it now: its owner's, or whom he referred it to (<see cref="OwnershipRow.Since"/> is the owner's alone).</param>
/// <param name="Updated">Position of the last event of the case.</param>
internal sealed record CaseFileRow(
    Guid Case,
    long Updated,
    string? Number = null,
    string? Court = null,
    string? Status = null,
    string? Owner = null,
    string? OwnerCourt = null,
    string? OwnerOrigin = null,
    int? Receptions = null,
    DateOnly? OpenedOn = null,
    DateOnly? LastReceptionOn = null,
    long? FirstReception = null,
    DateOnly? EndedOn = null,
    string? EndingGround = null,
    string? QueryCodeHash = null,
    Guid? JoinedInto = null,
    string? Imported = null,
    bool? LongStanding = null,
    long? Opened = null,
    DateOnly? AnswerDue = null,
    DateTimeOffset? HeldSince = null) : ILedgerRow<Guid, CaseFileRow>
{
    /// <summary>Later than any day: the first answer has a row among the clocks now.</summary>
    public static readonly DateOnly OwnClock = DateOnly.MaxValue;

    private const string Pending = "pending";
    private const string Open = "open";

    private static readonly ImmutableArray<LedgerColumn<CaseFileRow>> Columns =
    [
        Column.Id<CaseFileRow>("case_id", r => r.Case),
        Column.Long<CaseFileRow>("updated", r => r.Updated),
        Column.Text<CaseFileRow>("number", r => r.Number),
        Column.Text<CaseFileRow>("court", r => r.Court),
        Column.Text<CaseFileRow>("status", r => r.Status),
        Column.Text<CaseFileRow>("owner", r => r.Owner),
        Column.Text<CaseFileRow>("owner_court", r => r.OwnerCourt),
        Column.Text<CaseFileRow>("owner_origin", r => r.OwnerOrigin),
        Column.Int<CaseFileRow>("receptions", r => r.Receptions),
        Column.Day<CaseFileRow>("opened_on", r => r.OpenedOn),
        Column.Day<CaseFileRow>("last_reception_on", r => r.LastReceptionOn),
        Column.Long<CaseFileRow>("first_reception", r => r.FirstReception),
        Column.Day<CaseFileRow>("ended_on", r => r.EndedOn),
        Column.Text<CaseFileRow>("ending_ground", r => r.EndingGround),
        Column.Text<CaseFileRow>("query_code_hash", r => r.QueryCodeHash),
        Column.Id<CaseFileRow>("joined_into", r => r.JoinedInto),
        Column.Text<CaseFileRow>("imported", r => r.Imported),
        Column.Flag<CaseFileRow>("long_standing", r => r.LongStanding),
        Column.Long<CaseFileRow>("opened", r => r.Opened),
        Column.Day<CaseFileRow>("answer_due", r => r.AnswerDue),
        Column.Instant<CaseFileRow>("held_since", r => r.HeldSince),
    ];

    public static LedgerTable<CaseFileRow> Table { get; } = new("case_file", 1, Columns)
    {
        IsNew = r => r.Opened is not null,
        // That there was a reception, or that something happened: nine of ten changes.
        Narrow = NarrowChange<CaseFileRow>.Of("case_file_received", Columns, "case_id", "updated", "receptions", "last_reception_on"),
    };

    public Guid Key => Case;

    public CaseFileRow Then(CaseFileRow later) => new(
        Case,
        later.Updated,
        later.Number ?? Number,
        later.Court ?? Court,
        StatusAfter(later.Status),
        later.Owner ?? Owner,
        later.OwnerCourt ?? OwnerCourt,
        later.OwnerOrigin ?? OwnerOrigin,
        later.Receptions ?? Receptions,
        later.OpenedOn ?? OpenedOn,
        Later(LastReceptionOn, later.LastReceptionOn),
        FirstReception ?? later.FirstReception,
        later.EndedOn ?? EndedOn,
        later.EndingGround ?? EndingGround,
        later.QueryCodeHash ?? QueryCodeHash,
        later.JoinedInto ?? JoinedInto,
        Imported ?? later.Imported,
        later.LongStanding ?? LongStanding,
        Opened ?? later.Opened,
        later.AnswerDue ?? AnswerDue,
        later.HeldSince ?? HeldSince);

    private string? StatusAfter(string? later) =>
        later == Open && Status is not (null or Pending) ? Status : later ?? Status;

    private static DateOnly? Later(DateOnly? one, DateOnly? other) =>
        one is null || other > one ? other : one;
}
