using System.Globalization;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Acts;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.City;
using PetitionMesh.Journal.Ledger;

namespace PetitionMesh.Simulation.Invariants;

/// <summary>What people did on cases, counted again from the events: clocks, acts, assignments, and every cell that counts them (J5, W14, S10).</summary>
internal static class WorkAudit
{
    public static void Check(CaseHistory history, LedgerChanges ledger, Findings findings)
    {
        var entries = history.Cases.Values.SelectMany(c => c).OrderBy(e => e.Recorded.Position).ToArray();
        Same("clocks", ClocksOf(entries), ledger.Clocks.Rows, findings);
        Same("acts", entries.Select(ActOf).OfType<ActRow>(), ledger.Acts.Rows, findings);
        Same("assignments", AssignmentsOf(entries), ledger.Assignments.Rows.Select(r => r with { Position = 0 }), findings);
        Same("counts of clocks", ClockCells(entries), ledger.ClockTally.Rows.Where(r => (r.Met, r.Late, r.Missed) != default), findings);
        Same("ratings", RatingCells(entries), ledger.RatingTally.Rows, findings);
        Same("resolutions", ResolutionCells(entries), ledger.ResolutionTally.Rows.Where(r => (r.Resolved, r.Provisional) != default), findings);
        Same("resolutions by owner", OwnerCells(entries), ledger.OwnerTally.Rows.Where(r => (r.Resolved, r.Provisional) != default), findings);
        Same("leaders' years", LeaderCells(entries), ledger.LeaderTally.Rows.Select(r => r with { Owned = 0, Running = 0 })
            .Where(r => (r.Receptions, r.First, r.Resolved, r.Provisional) != default), findings);
    }

    /// <summary>What became of a clock.</summary>
    private sealed record Outcome(Clock Clock, int Met, int Late, int Missed);

    private static void Same<TRow>(string what, IEnumerable<TRow> recounted, IEnumerable<TRow> stored, Findings findings)
    {
        var (expected, actual) = (recounted.ToHashSet(), stored.ToHashSet());
        if (!expected.SetEquals(actual))
            findings.Add($"The ledger's {what}: {string.Join("; ", actual.Except(expected))} where a recount says {string.Join("; ", expected.Except(actual))}.");
    }

    private static Dictionary<(CaseId, ClockId), ClockRow>.ValueCollection ClocksOf(CaseEntry[] entries)
    {
        var rows = new Dictionary<(CaseId, ClockId), ClockRow>();
        foreach (var (_, @event) in entries)
        {
            switch (@event)
            {
                case CaseEvent.ClockStarted e:
                    rows[(e.Case, e.Clock.Id)] = Row(e.Case, e.Clock, "running", e.Clock.StartedOn);
                    break;
                case CaseEvent.ClockMet e:
                    rows[(e.Case, e.Clock.Id)] = Row(e.Case, e.Clock, e.Late ? "metLate" : "met", e.On);
                    break;
                case CaseEvent.ClockMissed e:
                    rows[(e.Case, e.Clock.Id)] = Row(e.Case, e.Clock, "overdue", e.NotedOn);
                    break;
                case CaseEvent.ClockPaused e:
                    rows[(e.Case, e.Clock)] = rows[(e.Case, e.Clock)] with { State = "paused", ChangedOn = e.On };
                    break;
                case CaseEvent.ClockResumed e:
                    rows[(e.Case, e.Clock)] = rows[(e.Case, e.Clock)] with { State = "running", ChangedOn = e.On, DueOn = e.DueOn };
                    break;
                case CaseEvent.ClockStopped e:
                    foreach (var clock in e.Clocks)
                        rows[(e.Case, clock)] = rows[(e.Case, clock)] with { State = "stopped", ChangedOn = e.On };
                    break;
            }
        }

        return rows.Values;
    }

    private static ClockRow Row(CaseId id, Clock clock, string state, DateOnly on) => new(
        id.Guid, clock.Id.Value, state, on, Words.Of(clock.Kind), clock.Rule, clock.Court.Value, Words.Of(clock.Holder), clock.StartedOn, clock.DueOn);

    private static ActRow? ActOf(CaseEntry entry)
    {
        return entry.Event switch
        {
            CaseEvent.Assigned e => Row(e.Id, e.Case, "assign", e.Source, e.ReceivedOn),
            CaseEvent.Entered e => Row(e.Id, e.Case, "enter", null, e.On),
            CaseEvent.Acted e => Row(e.Id, e.Case, Words.Of(e.Act), DetailOf(e), e.On, e.Act == CaseAct.Assist ? Cents(e) : null),
            CaseEvent.OutsideVisitReported e => Row(e.Id, e.Case, "outsideVisit", Words.Of(e.Place), e.On),
            CaseEvent.ClosingSubmitted e => Row(e.Id, e.Case, "close", Words.Of(e.Ground), e.On),
            CaseEvent.Signed e => Row(e.Id, e.Case, "sign", Words.Of(e.Layer), e.On),
            CaseEvent.SentBack e => Row(e.Id, e.Case, "sendBack", Words.Of(e.Layer), e.On),
            CaseEvent.ReopeningAsked e => Row(e.Id, e.Case, "reopeningAsked", null, e.On),
            _ => null,
        };

        ActRow Row(ActId id, CaseId @case, string act, string? detail, DateOnly day, long? amount = null) => new(
            entry.Recorded.Position, id.Guid, @case.Guid, act, detail, day, entry.Recorded.Court, entry.Recorded.Actor, amount);
    }

    /// <summary>The one field of an act by which lists tell it apart.</summary>
    private static string? DetailOf(CaseEvent.Acted acted) => acted.Act switch
    {
        CaseAct.Level => acted.Fact("level"),
        CaseAct.Review => acted.Fact("conclusion"),
        CaseAct.Answer => acted.Fact("kind"),
        CaseAct.Accountability => acted.Fact("ground"),
        CaseAct.Meet => acted.Fact("mode"),
        _ => null,
    };

    private static long Cents(CaseEvent.Acted acted) => (long)(100 * decimal.Parse(acted.Fact("amount")!, CultureInfo.InvariantCulture));

    private static Dictionary<(CaseId, int), AssignmentRow>.ValueCollection AssignmentsOf(CaseEntry[] entries)
    {
        var rows = new Dictionary<(CaseId, int), AssignmentRow>();
        foreach (var (_, @event) in entries)
        {
            if (@event is CaseEvent.Assigned a)
                rows[(a.Case, a.Number)] = new AssignmentRow(a.Case.Guid, a.Number, 0, a.Source, a.DocumentNumber, a.Unit.Value, a.Division, a.ReceivedOn, a.Urgent);
            else if (@event is CaseEvent.Entered { Assignment: > 0 } e)
                rows[(e.Case, e.Assignment)] = rows[(e.Case, e.Assignment)] with { ResponsibleLeader = e.ResponsibleLeader.Value, Handler = e.Handler, Contact = e.Contact };
        }

        return rows.Values;
    }

    private static IEnumerable<ClockTallyRow> ClockCells(CaseEntry[] entries) => entries
        .Select(e => e.Event switch
        {
            CaseEvent.ClockMet met => new Outcome(met.Clock, met.Late ? 0 : 1, met.Late ? 1 : 0, 0),
            CaseEvent.ClockMissed missed => new Outcome(missed.Clock, 0, 0, 1),
            _ => null,
        })
        .OfType<Outcome>()
        .SelectMany(c => Spans(c.Clock.DueOn).Select(s => (Cell: (s.Span, s.Starts, Court: c.Clock.Court.Value, Kind: Words.Of(c.Clock.Kind)), c.Met, c.Late, c.Missed)))
        .GroupBy(c => c.Cell)
        .Select(g => new ClockTallyRow(g.Key.Span, g.Key.Starts, g.Key.Court, g.Key.Kind, g.Sum(c => c.Met), g.Sum(c => c.Late), g.Sum(c => c.Missed)));

    private static IEnumerable<RatingTallyRow> RatingCells(CaseEntry[] entries) => entries
        .Select(e => e.Event).OfType<CaseEvent.Rated>()
        .SelectMany(r => Spans(r.On).Select(s => (Cell: (s.Span, s.Starts, Court: r.Court.Value), r.Stars)))
        .GroupBy(c => c.Cell)
        .Select(g => new RatingTallyRow(g.Key.Span, g.Key.Starts, g.Key.Court, g.Count(), g.Sum(c => c.Stars), g.Count(c => c.Stars > 3)));

    /// <summary>W14: every end, less the promises that a return took back; one that its year has made final is provisional no longer.</summary>
    private static IEnumerable<(CaseEvent.Ended Ended, int Sign)> Resolutions(CaseEntry[] entries) => entries.Select(e => e.Event).SelectMany(e => e switch
    {
        CaseEvent.Ended ended => new[] { (ended, 1) },
        CaseEvent.BecameFinal { Promise: { } kept } => [(kept, -1), (kept with { Status = CaseStatus.Resolved }, 1)],
        CaseEvent.Reopened { Undone: { Status: CaseStatus.Provisional } promise } => [(promise, -1)],
        _ => [],
    });

    private static IEnumerable<ResolutionTallyRow> ResolutionCells(CaseEntry[] entries) => Resolutions(entries)
        .SelectMany(r => Spans(r.Ended.Day).Select(s => (Cell: (s.Span, s.Starts, Court: r.Ended.Court.Value, Ground: Words.Of(r.Ended.Ground)), r.Sign, Promise: PromiseOf(r))))
        .GroupBy(c => c.Cell)
        .Select(g => new ResolutionTallyRow(g.Key.Span, g.Key.Starts, g.Key.Court, g.Key.Ground, g.Sum(c => c.Sign), g.Sum(c => c.Promise)))
        .Where(r => (r.Resolved, r.Provisional) != default);

    private static IEnumerable<OwnerTallyRow> OwnerCells(CaseEntry[] entries) => Resolutions(entries)
        .Where(r => r.Ended.Owner is not null)
        .GroupBy(r => (r.Ended.Day, Owner: r.Ended.Owner!.Value.Value, Ground: Words.Of(r.Ended.Ground)))
        .Select(g => new OwnerTallyRow(g.Key.Day, g.Key.Owner, g.Key.Ground, g.Sum(r => r.Sign), g.Sum(PromiseOf)))
        .Where(r => (r.Resolved, r.Provisional) != default);

    private static IEnumerable<LeaderTallyRow> LeaderCells(CaseEntry[] entries) => entries
        .Select(e => e.Event).OfType<CaseEvent.Received>().Where(r => r.Receiver is not null)
        .Select(r => (Cell: (r.Receiver!.Value.Value, r.Day.Year), Received: 1, First: r.First ? 1 : 0, Resolved: 0, Promised: 0))
        .Concat(Resolutions(entries).Where(r => r.Ended.Owner is not null)
            .Select(r => (Cell: (r.Ended.Owner!.Value.Value, r.Ended.Day.Year), Received: 0, First: 0, Resolved: r.Sign, Promised: PromiseOf(r))))
        .GroupBy(c => c.Cell)
        .Select(g => new LeaderTallyRow(g.Key.Value, g.Key.Year, g.Sum(c => c.Received), g.Sum(c => c.First), g.Sum(c => c.Resolved), g.Sum(c => c.Promised)))
        .Where(r => (r.Receptions, r.First, r.Resolved, r.Provisional) != default);

    private static int PromiseOf((CaseEvent.Ended Ended, int Sign) resolution) => resolution.Ended.Status == CaseStatus.Provisional ? resolution.Sign : 0;

    private static (char Span, DateOnly Starts)[] Spans(DateOnly day) => [('d', day), ('m', day.AddDays(1 - day.Day))];
}
