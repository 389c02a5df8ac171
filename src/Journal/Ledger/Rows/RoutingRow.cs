namespace PetitionMesh.Journal.Ledger;

/// <summary>Y2, Y3: a line of the register of routing slips; nothing personal. Null means "these events don't say", the stored value stays.</summary>
/// <param name="Status">Of <see cref="PetitionMesh.Grains.Routings.RoutingStatus"/>.</param>
/// <param name="Position">Of its registration: the order of the register.</param>
/// <param name="Related">关联案号, empty where nothing related was found.</param>
/// <param name="EnforcedFen">Y3: in 1/100 yuan, in all.</param>
internal sealed record RoutingRow(
    Guid Routing,
    long Updated,
    string? Status = null,
    long? Position = null,
    string? Court = null,
    string? Kind = null,
    string? Ground = null,
    string? Number = null,
    DateOnly? Day = null,
    DateOnly? DueOn = null,
    DateOnly? RoutedOn = null,
    bool? Late = null,
    string? Related = null,
    string? Receiver = null,
    string? Division = null,
    DateOnly? ObjectUntil = null,
    int? Objections = null,
    int? Missed = null,
    int? Granted = null,
    int? Refused = null,
    int? Settled = null,
    long? EnforcedFen = null,
    DateOnly? EnforcedOn = null) : ILedgerRow<Guid, RoutingRow>
{
    public static LedgerTable<RoutingRow> Table { get; } = new("routing", 1,
    [
        Column.Id<RoutingRow>("routing_id", r => r.Routing),
        Column.Long<RoutingRow>("updated", r => r.Updated),
        Column.Text<RoutingRow>("status", r => r.Status),
        Column.Long<RoutingRow>("position", r => r.Position),
        Column.Text<RoutingRow>("court", r => r.Court),
        Column.Text<RoutingRow>("kind", r => r.Kind),
        Column.Text<RoutingRow>("ground", r => r.Ground),
        Column.Text<RoutingRow>("case_number", r => r.Number),
        Column.Day<RoutingRow>("city_day", r => r.Day),
        Column.Day<RoutingRow>("due_on", r => r.DueOn),
        Column.Day<RoutingRow>("routed_on", r => r.RoutedOn),
        Column.Flag<RoutingRow>("late", r => r.Late),
        Column.Text<RoutingRow>("related", r => r.Related),
        Column.Text<RoutingRow>("receiver", r => r.Receiver),
        Column.Text<RoutingRow>("division", r => r.Division),
        Column.Day<RoutingRow>("object_until", r => r.ObjectUntil),
        Column.Int<RoutingRow>("objections", r => r.Objections),
        Column.Int<RoutingRow>("missed", r => r.Missed),
        Column.Int<RoutingRow>("granted", r => r.Granted),
        Column.Int<RoutingRow>("refused", r => r.Refused),
        Column.Int<RoutingRow>("settled", r => r.Settled),
        Column.Long<RoutingRow>("enforced_fen", r => r.EnforcedFen),
        Column.Day<RoutingRow>("enforced_on", r => r.EnforcedOn),
    ]);

    public Guid Key => Routing;

    public RoutingRow Then(RoutingRow later) => new(
        Routing,
        later.Updated,
        later.Status ?? Status,
        later.Position ?? Position,
        later.Court ?? Court,
        later.Kind ?? Kind,
        later.Ground ?? Ground,
        later.Number ?? Number,
        later.Day ?? Day,
        later.DueOn ?? DueOn,
        later.RoutedOn ?? RoutedOn,
        later.Late ?? Late,
        later.Related ?? Related,
        later.Receiver ?? Receiver,
        later.Division ?? Division,
        later.ObjectUntil ?? ObjectUntil,
        later.Objections ?? Objections,
        later.Missed ?? Missed,
        later.Granted ?? Granted,
        later.Refused ?? Refused,
        later.Settled ?? Settled,
        later.EnforcedFen ?? EnforcedFen,
        later.EnforcedOn ?? EnforcedOn);
}
