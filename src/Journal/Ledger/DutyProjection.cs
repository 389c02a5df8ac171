using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Leaders;

namespace PetitionMesh.Journal.Ledger;

/// <summary>What a case's events mean for the leaders: summonses (W8), hands and workload (W3, W6, W15).</summary>
internal static class DutyProjection
{
    private const string Nothing = "";

    /// <summary>Whether the event is one of a summons after it was sent; its case is touched.</summary>
    public static CaseId Answer(LedgerChanges changes, CaseEvent.OfSummons @event, long at)
    {
        switch (@event)
        {
            case CaseEvent.SummonsAcknowledged e:
                changes.Summonses.Add(new SummonsRow(e.Summons.Guid, at,
                    Status: Word<SummonsStatus>.Of(SummonsStatus.Acknowledged), AnsweredAt: Cut(e.At), Watched: Nothing));
                return e.Case;
            case CaseEvent.SummonsAttended e:
                changes.Summonses.Add(new SummonsRow(e.Summons.Guid, at,
                    Status: Word<SummonsStatus>.Of(SummonsStatus.Attended), AnsweredAt: Cut(e.At), SettledAt: Cut(e.At), Watched: Nothing));
                return e.Case;
            case CaseEvent.SummonsArranged e:
                changes.Summonses.Add(new SummonsRow(e.Summons.Guid, at,
                    Status: Word<SummonsStatus>.Of(SummonsStatus.Arranged),
                    AnsweredAt: Cut(e.At),
                    Mode: Word<MeetingMode>.Of(e.Mode),
                    MeetingAt: Cut(e.For),
                    Place: e.Where ?? Nothing,
                    Watched: Watch(e.Place, SummonsStatus.Arranged),
                    WatchedAt: Cut(e.For)));
                return e.Case;
            case CaseEvent.SummonsKept e:
                changes.Summonses.Add(new SummonsRow(e.Summons.Guid, at,
                    Status: Word<SummonsStatus>.Of(SummonsStatus.Kept), SettledAt: Cut(e.At), Watched: Nothing));
                return e.Case;
            case CaseEvent.SummonsMissed e:
                changes.Summonses.Add(new SummonsRow(
                    e.Summons.Guid, at, Status: Word<SummonsStatus>.Of(SummonsStatus.Missed), Watched: Watch(e.Place, SummonsStatus.Missed)));
                return e.Case;
            case CaseEvent.SummonsPassed e:
                changes.Summonses.Add(new SummonsRow(e.Summons.Guid, at, Leader: e.Leader.Value));
                return e.Case;
            case CaseEvent.SummonsEscalated e:
                changes.Summonses.Add(new SummonsRow(e.Summons.Guid, at,
                    Status: Word<SummonsStatus>.Of(SummonsStatus.Escalated), EscalatedAt: Cut(e.At), Watched: Watch(e.Place, SummonsStatus.Escalated)));
                return e.Case;
            default:
                throw new InvalidOperationException($"The ledger has no meaning for {@event.GetType().Name}.");
        }
    }

    public static void Send(LedgerChanges changes, CaseEvent.Summoned sent, long at) => changes.Summonses.Add(new SummonsRow(
        sent.Summons.Guid,
        at,
        sent.Case.Guid,
        sent.Leader.Value,
        sent.Reception.Guid,
        sent.At.Value,
        Word<SummonsStatus>.Of(SummonsStatus.Sent),
        Cut(sent.SentAt),
        at,
        Watched: Watch(sent.At, SummonsStatus.Sent),
        WatchedAt: Cut(sent.SentAt)));

    public static void Own(LedgerChanges changes, CaseEvent.OwnerFixed owned, long at)
    {
        changes.Ownerships.Add(new OwnershipRow(
            owned.Case.Guid,
            at,
            Since: Cut(owned.At),
            FirstReceiver: owned.Origin == OwnerOrigin.FirstReceiver ? owned.Owner.Value : null,
            Vacant: Nothing));
        // A joined case is the older one's: it was taken out when it was joined, and is in nobody's hands.
        if (owned.Origin != OwnerOrigin.Joined)
            Hold(changes, owned.Owner, owned.At, 1, owned.AlreadyEnded);
    }

    /// <summary>Until a leader receives it, or a ledger names one, a case is without owner.</summary>
    public static void Open(LedgerChanges changes, CaseEvent.Opened opened, RecordedEvent recorded) => changes.Ownerships.Add(new OwnershipRow(
        opened.Case.Guid, recorded.Position, Vacant: Word<VacancyGround>.Of(VacancyGround.Pending), VacantSince: Cut(recorded.At)));

    /// <summary>Who took the younger case in has its owner too.</summary>
    public static void Join(LedgerChanges changes, CaseEvent.JoinedInto joined, RecordedEvent recorded)
    {
        changes.Ownerships.Add(new OwnershipRow(joined.Case.Guid, recorded.Position, Vacant: Nothing));
        if (joined.Owner is { } owner)
            Hold(changes, owner, recorded.At, -1, joined.AlreadyEnded);
    }

    public static CaseId Succeed(LedgerChanges changes, CaseEvent.OfSuccession @event, long at)
    {
        switch (@event)
        {
            case CaseEvent.OwnerRelieved e:
                changes.Ownerships.Add(new OwnershipRow(
                    e.Case.Guid, at, Vacant: Word<VacancyGround>.Of(VacancyGround.Recused), VacantSince: Cut(e.At)));
                return e.Case;
            case CaseEvent.OwnerSucceeded e:
                Hold(changes, e.From, e.At, -1, e.AlreadyEnded); // The new owner himself is the event that follows.
                return e.Case;
            case CaseEvent.OfficeReminded e:
                changes.Ownerships.Add(new OwnershipRow(e.Case.Guid, at, RemindedAt: Cut(e.At)));
                return e.Case;
            default:
                throw new InvalidOperationException($"The ledger has no meaning for {@event.GetType().Name}.");
        }
    }

    public static void Receive(LedgerChanges changes, CaseEvent.Received received, long at)
    {
        if (received.Number == 1)
            changes.Ownerships.Add(new OwnershipRow(received.Case.Guid, at, FirstReceptionOn: received.Day));
        if (received.Receiver is { } receiver)
            changes.LeaderTally.Add(new LeaderTallyRow(receiver.Value, received.Day.Year, 1, received.First ? 1 : 0));
    }

    /// <summary>W15: counts for who owned it then; <paramref name="sign"/> is -1 when a promise is taken back out of the year it was counted in.</summary>
    public static void Resolve(LedgerChanges changes, CaseEvent.Ended ended, int sign)
    {
        if (ended.Owner is { } owner)
        {
            changes.LeaderTally.Add(new LeaderTallyRow(
                owner.Value, ended.Day.Year, Resolved: sign, Provisional: ended.Status == CaseStatus.Provisional ? sign : 0));
        }
    }

    /// <summary>The case no longer runs in its owner's hands, or runs there again.</summary>
    public static void Run(LedgerChanges changes, LeaderId? owner, DateOnly day, int sign)
    {
        if (owner is { } leader)
            changes.LeaderTally.Add(new LeaderTallyRow(leader.Value, day.Year, Running: sign));
    }

    private static void Hold(LedgerChanges changes, LeaderId leader, DateTimeOffset at, int sign, bool? ended) =>
        changes.LeaderTally.Add(new LeaderTallyRow(leader.Value, at.Year, Owned: sign, Running: ended == true ? 0 : sign));

    /// <summary>A court's summonses in one state: of those its sweeper waits for, and of those the weekly meeting follows up (S1).</summary>
    public static string Watch(CourtId court, SummonsStatus status) => $"{court}/{Word<SummonsStatus>.Of(status)}";

    private static DateTimeOffset Cut(DateTimeOffset instant) => Projection.ToMicroseconds(instant);
}
