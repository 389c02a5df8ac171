using System.Collections.Immutable;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Acts;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.City;
using PetitionMesh.Journal.Ledger;
using PetitionMesh.Journal.Memory;

namespace PetitionMesh.Simulation.Invariants;

/// <summary>
/// A recount of the ledger that shares no code with the projection: it walks each case's events and says what every row should be.
/// </summary>
internal static class LedgerAudit
{
    public static void Check(MemoryTables tables, CaseHistory history, Findings findings) => tables.Ledger.Read(ledger =>
    {
        foreach (var (id, entries) in history.Cases)
            CheckCase(id, entries, ledger, findings);
        findings.Require(ledger.CaseFiles.Count == history.Cases.Count, $"The ledger lists {ledger.CaseFiles.Count} cases of {history.Cases.Count}.");
        CheckReceptions(history, ledger, findings);
        CheckLinks(history, ledger, findings);
        TallyAudit.Check(history, ledger, findings);
        WorkAudit.Check(history, ledger, findings);
        HandsAudit.Check(history, ledger, findings);
        var head = ledger.Head.Rows.SingleOrDefault();
        findings.Require((head?.Position ?? 0) == tables.Events.Count, $"The ledger stands at {head?.Position ?? 0}, the journal at {tables.Events.Count}.");
        findings.Require(head is null || head.At == tables.Events[^1].At, "The ledger's head has another instant than the last event.");
        return true;
    });

    /// <summary>G1 of courts that have set no stricter limit, in calendar days.</summary>
    private const int AnswerDays = 7;

    private static void CheckCase(CaseId id, List<CaseEntry> entries, LedgerChanges ledger, Findings findings)
    {
        if (ledger.CaseFiles.Find(id.Guid) is not { } row)
        {
            findings.Add($"Case {id.Value[..8]} is not in the ledger.");
            return;
        }

        var events = entries.ConvertAll(e => e.Event);
        var opened = (CaseEvent.Opened)events[0];
        var received = events.OfType<CaseEvent.Received>().ToArray();
        var owner = events.OfType<CaseEvent.OwnerFixed>().LastOrDefault();
        var imported = events.OfType<CaseEvent.Imported>().ToArray();
        var expected = new CaseFileRow(
            id.Guid,
            entries[^1].Recorded.Position,
            opened.Number?.Value,
            opened.Court.Value,
            StatusOf(events),
            owner?.Owner.Value,
            owner?.Court.Value,
            owner is null ? null : Words.Of(owner.Origin),
            received.Length,
            opened.On,
            received.Length == 0 ? null : received.Max(r => r.Day),
            entries.Find(e => e.Event is CaseEvent.Received)?.Recorded.Position,
            events.OfType<CaseEvent.Ended>().LastOrDefault()?.Day,
            events.OfType<CaseEvent.Ended>().LastOrDefault() is { } ended ? Words.Of(ended.Ground) : null,
            QueryCodeHash: opened.QueryCodeHash,
            JoinedInto: events.OfType<CaseEvent.JoinedInto>().SingleOrDefault()?.Older.Guid,
            Imported: imported.FirstOrDefault()?.Unit.Value,
            LongStanding: imported.Any(i => i.LongStanding),
            Opened: entries[0].Recorded.Position,
            AnswerDue: events.Exists(e => e is CaseEvent.ClockStarted { Clock.Kind: ClockKind.Answer })
                ? CaseFileRow.OwnClock
                : Array.Find(received, r => r.First)?.Day.AddDays(AnswerDays),
            HeldSince: HandsAudit.Cut(events.ConvertAll(HeldFrom).FindLast(at => at is not null)));
        findings.Require(row == expected, $"The ledger says {row} where a recount says {expected}.");
        CheckCourts(id, entries, ledger, findings);
    }

    private static string StatusOf(List<CaseEvent> events) => events.Aggregate("pending", (status, @event) => @event switch
    {
        CaseEvent.OwnerFixed when status == "pending" => "open",
        CaseEvent.Ended ended => Words.Of(ended.Status),
        CaseEvent.BecameFinal => "resolved",
        CaseEvent.PassedOn => "handedOver",
        CaseEvent.Reopened => "reopened",
        _ => status,
    });

    /// <summary>From when on other hands hold a case: another owner's, a unit's, a division's, a higher level's.</summary>
    private static DateTimeOffset? HeldFrom(CaseEvent @event) => @event switch
    {
        CaseEvent.OwnerFixed owner => owner.At,
        CaseEvent.Assigned assigned => assigned.ReceivedAt,
        CaseEvent.Acted { Act: CaseAct.Refer or CaseAct.Return or CaseAct.Level } acted => acted.At,
        _ => null,
    };

    private static void CheckCourts(CaseId id, List<CaseEntry> entries, LedgerChanges ledger, Findings findings)
    {
        var since = new Dictionary<string, long>();
        foreach (var (recorded, @event) in entries)
        {
            foreach (var court in CourtsOf(@event))
                since.TryAdd(court.Value, recorded.Position);
        }

        var rows = ledger.CaseCourts.Rows.Where(r => r.Case == id.Guid).ToDictionary(r => r.Court, r => r.Since);
        findings.Require(
            rows.Count == since.Count && since.All(s => rows.GetValueOrDefault(s.Key) == s.Value),
            $"Case {id.Value[..8]}: other courts take part in the ledger than in the events.");
    }

    private static ImmutableArray<CourtId> CourtsOf(CaseEvent @event) => @event switch
    {
        CaseEvent.Opened opened => [opened.Court],
        CaseEvent.Received received => [received.Court],
        CaseEvent.OwnerFixed owner => [owner.Court],
        CaseEvent.Imported imported => [imported.Unit, .. imported.Rows.Select(r => r.Unit)],
        CaseEvent.JoinedBy { Courts: { } theirs } => theirs,
        CaseEvent.Assigned assigned => [assigned.Unit],
        _ => [],
    };

    private static void CheckReceptions(CaseHistory history, LedgerChanges ledger, Findings findings)
    {
        var receptions = history.Receptions.ToArray();
        findings.Require(ledger.Receptions.Count == receptions.Length, $"The ledger lists {ledger.Receptions.Count} receptions of {receptions.Length}.");
        foreach (var (recorded, r) in receptions)
        {
            var row = ledger.Receptions.Find(recorded.Position);
            findings.Require(
                row is not null && row.Reception == r.Reception.Guid && row.Case == r.Case.Guid && row.Number == r.Number && row.First == r.First
                    && row.Court == r.Court.Value && row.Channel == Words.Of(r.Channel) && row.Receiver == r.Receiver?.Value && row.Recorder == recorded.Actor
                    && Math.Abs((row.OccurredAt - r.OccurredAt).Ticks) < 10 && row.Day == r.Day && row.Level == Words.Of(r.Level) && row.Headcount == r.Headcount
                    && row.Collective == r.Headcount >= 5 && row.SkipsLevel == r.SkipsLevel && row.Late == r.Late && row.Returned == r.Returned,
                $"The ledger says {row} of the reception at {recorded.Position}.");
        }

        var entries = history.Cases.Values.SelectMany(c => c).ToArray();
        findings.Require(
            entries.Select(e => e.Event).OfType<CaseEvent.OwnerNotified>().Select(n => (n.Case.Guid, n.Leader.Value, n.Reception.Guid)).ToHashSet()
                .SetEquals(ledger.Notices.Rows.Select(n => (n.Case, n.Leader, n.Reception))),
            "Other notices are in the ledger than in the events.");
        findings.Require(
            entries.Select(e => e.Event).OfType<CaseEvent.Imported>().SelectMany(i => i.Rows.Select(r => (i.Import, r.Row, i.Case.Guid))).ToHashSet()
                .SetEquals(ledger.ImportRows.Rows.Select(r => (r.Import, r.Row, r.Case))),
            "Other imported rows are in the ledger than in the events.");
    }

    private static void CheckLinks(CaseHistory history, LedgerChanges ledger, Findings findings) => findings.Require(
        history.Links.Select(l => (l.Link.Petitioner.Value, l.Link.Case.Guid)).ToHashSet()
            .SetEquals(ledger.PetitionerCases.Rows.Select(r => (r.Petitioner, r.Case))),
        "Other persons have cases in the ledger than in the events.");
}
