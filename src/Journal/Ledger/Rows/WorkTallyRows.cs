namespace PetitionMesh.Journal.Ledger;

/// <summary>How much one cell of the clock tally grows: the outcome counts on the day it was due. Missed and then met late counts in both.</summary>
internal sealed record ClockTallyRow(char Span, DateOnly Starts, string Court, string Kind, int Met, int Late, int Missed)
    : ILedgerRow<(char, DateOnly, string, string), ClockTallyRow>
{
    public static LedgerTable<ClockTallyRow> Table { get; } = new("tally_clock", 4,
    [
        Column.Text<ClockTallyRow>("span", r => Spans.Text(r.Span)),
        Column.Day<ClockTallyRow>("starts", r => r.Starts),
        Column.Text<ClockTallyRow>("court", r => r.Court),
        Column.Text<ClockTallyRow>("kind", r => r.Kind),
        Column.Int<ClockTallyRow>("met", r => r.Met),
        Column.Int<ClockTallyRow>("late", r => r.Late),
        Column.Int<ClockTallyRow>("missed", r => r.Missed),
    ]);

    public (char, DateOnly, string, string) Key => (Span, Starts, Court, Kind);

    public ClockTallyRow Then(ClockTallyRow later) => this with
    {
        Met = Met + later.Met,
        Late = Late + later.Late,
        Missed = Missed + later.Missed,
    };
}

/// <summary>Ratings per day and month and court (S10): how many, their stars, and how many of four stars or more.</summary>
internal sealed record RatingTallyRow(char Span, DateOnly Starts, string Court, int Ratings, int Stars, int Satisfied)
    : ILedgerRow<(char, DateOnly, string), RatingTallyRow>
{
    public static LedgerTable<RatingTallyRow> Table { get; } = new("tally_rating", 3,
    [
        Column.Text<RatingTallyRow>("span", r => Spans.Text(r.Span)),
        Column.Day<RatingTallyRow>("starts", r => r.Starts),
        Column.Text<RatingTallyRow>("court", r => r.Court),
        Column.Int<RatingTallyRow>("ratings", r => r.Ratings),
        Column.Int<RatingTallyRow>("stars", r => r.Stars),
        Column.Int<RatingTallyRow>("satisfied", r => r.Satisfied),
    ]);

    public (char, DateOnly, string) Key => (Span, Starts, Court);

    public RatingTallyRow Then(RatingTallyRow later) => this with
    {
        Ratings = Ratings + later.Ratings,
        Stars = Stars + later.Stars,
        Satisfied = Satisfied + later.Satisfied,
    };
}
