namespace PetitionMesh.Journal.Ledger;

/// <summary>What waits for somebody's decision on a case; null means "this event doesn't say".</summary>
/// <param name="Kind">closing or reopening: a case has at most one of each.</param>
/// <param name="By">Whose turn it is: a word of <c>SignatureLayer</c>; <see cref="Revision"/> where the report came back; <see cref="Nobody"/>.</param>
/// <param name="Court">That handles the case.</param>
/// <param name="Since">City day.</param>
internal sealed record AwaitedRow(Guid Case, string Kind, long Position, string? By = null, string? Court = null, DateOnly? Since = null)
    : ILedgerRow<(Guid, string), AwaitedRow>
{
    public const string Closing = "closing";
    public const string Reopening = "reopening";
    public const string Revision = "revision";
    public const string Nobody = "nobody";

    public static LedgerTable<AwaitedRow> Table { get; } = new("awaited", 2,
    [
        Column.Id<AwaitedRow>("case_id", r => r.Case),
        Column.Text<AwaitedRow>("kind", r => r.Kind),
        Column.Long<AwaitedRow>("position", r => r.Position),
        Column.Text<AwaitedRow>("awaits", r => r.By),
        Column.Text<AwaitedRow>("court", r => r.Court),
        Column.Day<AwaitedRow>("since", r => r.Since),
    ]);

    public (Guid, string) Key => (Case, Kind);

    public AwaitedRow Then(AwaitedRow later) => new(Case, Kind, later.Position, later.By ?? By, later.Court ?? Court, later.Since ?? Since);
}
