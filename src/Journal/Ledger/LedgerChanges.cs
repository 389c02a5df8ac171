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
    public RowSet<Guid, FirstRequestRow> FirstRequests { get; } = new();
    public RowSet<Guid, RoutingRow> Routings { get; } = new();
    public RowSet<Guid, CampaignRow> Campaigns { get; } = new();
    public RowSet<(Guid, Guid), CampaignCaseRow> CampaignCases { get; } = new();
    public RowSet<Guid, ErrandDeskRow> ErrandDesks { get; } = new();
    public RowSet<Guid, ComplaintRow> Complaints { get; } = new();
    public RowSet<Guid, OnSiteCheckRow> OnSiteChecks { get; } = new();
    public RowSet<string, LawsuitScreeningRow> LawsuitScreenings { get; } = new();

    public RowSet<(Guid, string), ClockRow> Clocks { get; } = new();
    public RowSet<long, ActRow> Acts { get; } = new();
    public RowSet<(Guid, int), AssignmentRow> Assignments { get; } = new();
    public RowSet<(Guid, string), AwaitedRow> Awaited { get; } = new();
    public RowSet<(char, DateOnly, string, string), ClockTallyRow> ClockTally { get; } = new();
    public RowSet<(char, DateOnly, string), RatingTallyRow> RatingTally { get; } = new();

    /// <summary>No event, so nothing to write.</summary>
    public bool IsEmpty => Head.Count == 0;

    /// <param name="register">Of the tables that are in the journal's order, or of all others.</param>
    public int CountRows(bool register)
    {
        var counting = new Counting(register);
        Visit(counting);
        return counting.Rows;
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
        FirstRequests.Add(later.FirstRequests);
        Routings.Add(later.Routings);
        Campaigns.Add(later.Campaigns);
        CampaignCases.Add(later.CampaignCases);
        ErrandDesks.Add(later.ErrandDesks);
        Complaints.Add(later.Complaints);
        OnSiteChecks.Add(later.OnSiteChecks);
        LawsuitScreenings.Add(later.LawsuitScreenings);
        Head.Add(later.Head);
    }

    /// <summary>Gives away what it has of the tables that are in the journal's order, to which no later event adds.</summary>
    public LedgerChanges TakeRegister()
    {
        var register = new LedgerChanges();
        Receptions.MoveTo(register.Receptions);
        Notices.MoveTo(register.Notices);
        Acts.MoveTo(register.Acts);
        return register;
    }

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
        visitor.Table(FirstRequests);
        visitor.Table(Routings);
        visitor.Table(Campaigns);
        visitor.Table(CampaignCases);
        visitor.Table(ErrandDesks);
        visitor.Table(Complaints);
        visitor.Table(OnSiteChecks);
        visitor.Table(LawsuitScreenings);
        visitor.Table(Head);
    }

    private sealed class Counting(bool register) : ILedgerVisitor
    {
        public int Rows { get; private set; }

        public void Table<TKey, TRow>(RowSet<TKey, TRow> rows)
            where TKey : notnull
            where TRow : class, ILedgerRow<TKey, TRow> => Rows += TRow.Table.IsInJournalOrder == register ? rows.Count : 0;
    }
}

/// <summary>Does one thing to every table of the ledger.</summary>
internal interface ILedgerVisitor
{
    void Table<TKey, TRow>(RowSet<TKey, TRow> rows)
        where TKey : notnull
        where TRow : class, ILedgerRow<TKey, TRow>;
}
