namespace PetitionMesh.Journal.Ledger;

/// <summary>
/// Everything that a run of events changes in the ledger, coalesced: at most one change per row, so that a batch writes each
/// row once however many of its events concern it. Runs follow one another with <see cref="Add"/>.
/// </summary>
internal sealed class LedgerChanges
{
    public RowSet<int, HeadRow> Head { get; } = new();
    public RowSet<Guid, CaseFileRow> CaseFiles { get; } = new();
    public RowSet<(Guid, string), CaseCourtRow> CaseCourts { get; } = new();
    public RowSet<(string, Guid), PetitionerCaseRow> PetitionerCases { get; } = new();
    public RowSet<long, ReceptionRow> Receptions { get; } = new();
    public RowSet<Guid, SummonsRow> Summonses { get; } = new();
    public RowSet<long, NoticeRow> Notices { get; } = new();
    public RowSet<Guid, OwnershipRow> Ownerships { get; } = new();
    public RowSet<(string, int), LeaderTallyRow> LeaderTally { get; } = new();
    public RowSet<string, LeaderStandingRow> LeaderStandings { get; } = new();
    public RowSet<(string, int), ImportRow> ImportRows { get; } = new();
    public RowSet<(char, DateOnly, string, string), ReceptionTallyRow> ReceptionTally { get; } = new();
    public RowSet<(char, DateOnly, string, string), ResolutionTallyRow> ResolutionTally { get; } = new();
    public RowSet<(DateOnly, string, string), OwnerTallyRow> OwnerTally { get; } = new();
    public RowSet<(string, DateOnly), DailyReportRow> DailyReports { get; } = new();
    public RowSet<Guid, AlertRow> Alerts { get; } = new();
    public RowSet<long, AlertDueRow> AlertsDue { get; } = new();
    public RowSet<string, DutyContactRow> DutyContacts { get; } = new();
    public RowSet<string, PublicationRow> Publications { get; } = new();

    public RowSet<(Guid, string), ClockRow> Clocks { get; } = new();
    public RowSet<long, ActRow> Acts { get; } = new();
    public RowSet<(Guid, int), AssignmentRow> Assignments { get; } = new();
    public RowSet<(Guid, string), AwaitedRow> Awaited { get; } = new();
    public RowSet<(char, DateOnly, string, string), ClockTallyRow> ClockTally { get; } = new();
    public RowSet<(char, DateOnly, string), RatingTallyRow> RatingTally { get; } = new();

    /// <summary>No event, so nothing to write.</summary>
    public bool IsEmpty => Head.Count == 0;

    public int RowCount
    {
        get
        {
            var counting = new Counting();
            Visit(counting);
            return counting.Rows;
        }
    }

    /// <summary>Takes up what <paramref name="later"/> events change.</summary>
    public void Add(LedgerChanges later)
    {
        CaseFiles.Add(later.CaseFiles);
        CaseCourts.Add(later.CaseCourts);
        PetitionerCases.Add(later.PetitionerCases);
        Receptions.Add(later.Receptions);
        Summonses.Add(later.Summonses);
        Notices.Add(later.Notices);
        Ownerships.Add(later.Ownerships);
        LeaderTally.Add(later.LeaderTally);
        LeaderStandings.Add(later.LeaderStandings);
        ImportRows.Add(later.ImportRows);
        ReceptionTally.Add(later.ReceptionTally);
        ResolutionTally.Add(later.ResolutionTally);
        Clocks.Add(later.Clocks);
        Acts.Add(later.Acts);
        Assignments.Add(later.Assignments);
        Awaited.Add(later.Awaited);
        ClockTally.Add(later.ClockTally);
        RatingTally.Add(later.RatingTally);
        OwnerTally.Add(later.OwnerTally);
        DailyReports.Add(later.DailyReports);
        Alerts.Add(later.Alerts);
        AlertsDue.Add(later.AlertsDue);
        DutyContacts.Add(later.DutyContacts);
        Publications.Add(later.Publications);
        Head.Add(later.Head);
    }

    /// <summary>Forgets the tables that are in the journal's order, which have been compared.</summary>
    public void ClearRegister() => Visit(ClearingRegister.It);

    /// <summary>Shows every table in one fixed order, parents before children.</summary>
    public void Visit(ILedgerVisitor visitor)
    {
        visitor.Table(CaseFiles);
        visitor.Table(CaseCourts);
        visitor.Table(PetitionerCases);
        visitor.Table(Receptions);
        visitor.Table(Summonses);
        visitor.Table(Notices);
        visitor.Table(Ownerships);
        visitor.Table(LeaderTally);
        visitor.Table(LeaderStandings);
        visitor.Table(ImportRows);
        visitor.Table(ReceptionTally);
        visitor.Table(ResolutionTally);
        visitor.Table(Clocks);
        visitor.Table(Acts);
        visitor.Table(Assignments);
        visitor.Table(Awaited);
        visitor.Table(ClockTally);
        visitor.Table(RatingTally);
        visitor.Table(OwnerTally);
        visitor.Table(DailyReports);
        visitor.Table(Alerts);
        visitor.Table(AlertsDue);
        visitor.Table(DutyContacts);
        visitor.Table(Publications);
        visitor.Table(Head);
    }

    private sealed class ClearingRegister : ILedgerVisitor
    {
        public static readonly ClearingRegister It = new();

        public void Table<TKey, TRow>(RowSet<TKey, TRow> rows)
            where TKey : notnull
            where TRow : class, ILedgerRow<TKey, TRow>
        {
            if (TRow.Table.IsInJournalOrder)
                rows.Clear();
        }
    }

    private sealed class Counting : ILedgerVisitor
    {
        public int Rows { get; private set; }

        public void Table<TKey, TRow>(RowSet<TKey, TRow> rows)
            where TKey : notnull
            where TRow : class, ILedgerRow<TKey, TRow> => Rows += rows.Count;
    }
}

/// <summary>Does one thing to every table of the ledger.</summary>
internal interface ILedgerVisitor
{
    void Table<TKey, TRow>(RowSet<TKey, TRow> rows)
        where TKey : notnull
        where TRow : class, ILedgerRow<TKey, TRow>;
}
