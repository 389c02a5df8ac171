namespace PetitionMesh.Journal.Ledger;

/// <summary>A line of the register of on-site checks (Y5); nothing personal. Null means "these events don't say", the stored value stays.</summary>
/// <param name="Status">Of <see cref="PetitionMesh.Grains.OnSiteChecks.OnSiteCheckStatus"/>.</param>
/// <param name="Position">Of its record: the order of the register.</param>
/// <param name="Inspecting">The court that checks.</param>
/// <param name="Division">Null where the whole court was checked.</param>
/// <param name="Missing">Findings of this kind, as with the five that follow.</param>
/// <param name="RectifiedOn"><see cref="NoDay"/> once it was sent back.</param>
/// <param name="RectifiedLate">Of the last time that it was put right.</param>
internal sealed record OnSiteCheckRow(
    Guid Check,
    long Updated,
    string? Status = null,
    long? Position = null,
    string? Court = null,
    string? Inspecting = null,
    string? Division = null,
    string? Register = null,
    DateOnly? Day = null,
    long? Shown = null,
    int? Sampled = null,
    int? Agreeing = null,
    int? Missing = null,
    int? Wrong = null,
    int? EnteredLate = null,
    int? Unhandled = null,
    int? Incomplete = null,
    int? Other = null,
    DateOnly? DueOn = null,
    DateOnly? RectifiedOn = null,
    bool? RectifiedLate = null,
    DateOnly? PassedOn = null) : ILedgerRow<Guid, OnSiteCheckRow>
{
    public static LedgerTable<OnSiteCheckRow> Table { get; } = new("on_site_check", 1,
    [
        Column.Id<OnSiteCheckRow>("check_id", r => r.Check),
        Column.Long<OnSiteCheckRow>("updated", r => r.Updated),
        Column.Text<OnSiteCheckRow>("status", r => r.Status),
        Column.Long<OnSiteCheckRow>("position", r => r.Position),
        Column.Text<OnSiteCheckRow>("court", r => r.Court),
        Column.Text<OnSiteCheckRow>("inspecting", r => r.Inspecting),
        Column.Text<OnSiteCheckRow>("division", r => r.Division),
        Column.Text<OnSiteCheckRow>("register", r => r.Register),
        Column.Day<OnSiteCheckRow>("city_day", r => r.Day),
        Column.Long<OnSiteCheckRow>("shown", r => r.Shown),
        Column.Int<OnSiteCheckRow>("sampled", r => r.Sampled),
        Column.Int<OnSiteCheckRow>("agreeing", r => r.Agreeing),
        Column.Int<OnSiteCheckRow>("missing", r => r.Missing),
        Column.Int<OnSiteCheckRow>("wrong", r => r.Wrong),
        Column.Int<OnSiteCheckRow>("entered_late", r => r.EnteredLate),
        Column.Int<OnSiteCheckRow>("unhandled", r => r.Unhandled),
        Column.Int<OnSiteCheckRow>("incomplete", r => r.Incomplete),
        Column.Int<OnSiteCheckRow>("other", r => r.Other),
        Column.Day<OnSiteCheckRow>("due_on", r => r.DueOn),
        Column.Day<OnSiteCheckRow>("rectified_on", r => r.RectifiedOn),
        Column.Flag<OnSiteCheckRow>("rectified_late", r => r.RectifiedLate),
        Column.Day<OnSiteCheckRow>("passed_on", r => r.PassedOn),
    ])
    {
        IsNew = r => r.Position is not null,
    };

    /// <summary>For "none" where there was a day before.</summary>
    public static readonly DateOnly NoDay = new(1900, 1, 1);

    public Guid Key => Check;

    public OnSiteCheckRow Then(OnSiteCheckRow later) => new(
        Check,
        later.Updated,
        later.Status ?? Status,
        later.Position ?? Position,
        later.Court ?? Court,
        later.Inspecting ?? Inspecting,
        later.Division ?? Division,
        later.Register ?? Register,
        later.Day ?? Day,
        later.Shown ?? Shown,
        later.Sampled ?? Sampled,
        later.Agreeing ?? Agreeing,
        later.Missing ?? Missing,
        later.Wrong ?? Wrong,
        later.EnteredLate ?? EnteredLate,
        later.Unhandled ?? Unhandled,
        later.Incomplete ?? Incomplete,
        later.Other ?? Other,
        later.DueOn ?? DueOn,
        later.RectifiedOn ?? RectifiedOn,
        later.RectifiedLate ?? RectifiedLate,
        later.PassedOn ?? PassedOn);
}
