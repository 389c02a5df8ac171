using System.Globalization;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Cases.Acts;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Journal.Ledger;

/// <summary>The rows of work on a case: its clocks, acts, assignments and what is counted of them.</summary>
internal static class WorkProjection
{
    /// <summary>From this many stars on a petitioner counts as satisfied (S10).</summary>
    private const int Satisfied = 4;

    /// <returns>False when the event is none of work.</returns>
    public static bool TryApply(LedgerChanges changes, RecordedEvent recorded, CaseEvent @event)
    {
        switch (@event)
        {
            case CaseEvent.ClockStarted started:
                changes.Clocks.Add(Row(started.Case, started.Clock, ClockStanding.Running, started.Clock.StartedOn));
                Touch(changes, recorded, started.Case, answerDue: started.Clock.Kind == ClockKind.Answer ? CaseFileRow.OwnClock : null);
                return true;
            case CaseEvent.ClockMet met:
                changes.Clocks.Add(Row(met.Case, met.Clock, met.Late ? ClockStanding.MetLate : ClockStanding.Met, met.On));
                Count(changes, met.Clock, met: met.Late ? 0 : 1, late: met.Late ? 1 : 0);
                Touch(changes, recorded, met.Case);
                return true;
            case CaseEvent.ClockMissed missed:
                changes.Clocks.Add(Row(missed.Case, missed.Clock, ClockStanding.Overdue, missed.NotedOn));
                Count(changes, missed.Clock, missed: 1);
                Touch(changes, recorded, missed.Case);
                return true;
            case CaseEvent.ClockPaused paused:
                changes.Clocks.Add(new ClockRow(paused.Case.Guid, paused.Clock.Value, Word<ClockStanding>.Of(ClockStanding.Paused), paused.On));
                Touch(changes, recorded, paused.Case);
                return true;
            case CaseEvent.ClockResumed resumed:
                changes.Clocks.Add(new ClockRow(
                    resumed.Case.Guid, resumed.Clock.Value, Word<ClockStanding>.Of(ClockStanding.Running), resumed.On, DueOn: resumed.DueOn));
                Touch(changes, recorded, resumed.Case);
                return true;
            case CaseEvent.ClockStopped stopped:
                foreach (var clock in stopped.Clocks)
                    changes.Clocks.Add(new ClockRow(stopped.Case.Guid, clock.Value, Word<ClockStanding>.Of(ClockStanding.Stopped), stopped.On));
                Touch(changes, recorded, stopped.Case);
                return true;
            case CaseEvent.Assigned assigned:
                Assign(changes, recorded, assigned);
                return true;
            case CaseEvent.Entered entered:
                if (entered.Assignment > 0)
                {
                    changes.Assignments.Add(new AssignmentRow(entered.Case.Guid, entered.Assignment, recorded.Position,
                        ResponsibleLeader: entered.ResponsibleLeader.Value, Handler: entered.Handler, Contact: entered.Contact));
                }
                Note(changes, recorded, entered.Id, entered.Case, CaseAct.Enter, entered.On);
                return true;
            case CaseEvent.Acted acted:
                Act(changes, recorded, acted);
                return true;
            case CaseEvent.PaperFiled filed:
                Touch(changes, recorded, filed.Case);
                return true;
            case CaseEvent.OutsideVisitReported visit:
                Note(changes, recorded, visit.Id, visit.Case, "outsideVisit", visit.On, Word<Level>.Of(visit.Place));
                return true;
            case CaseEvent.ClosingSubmitted submitted:
                Note(changes, recorded, submitted.Id, submitted.Case, CaseAct.Close, submitted.On, Word<EndingGround>.Of(submitted.Ground));
                return true;
            case CaseEvent.Signed signed:
                Note(changes, recorded, signed.Id, signed.Case, CaseAct.Sign, signed.On, Word<Grains.Cases.Closings.SignatureLayer>.Of(signed.Layer));
                return true;
            case CaseEvent.SentBack back:
                Note(changes, recorded, back.Id, back.Case, CaseAct.SendBack, back.On, Word<Grains.Cases.Closings.SignatureLayer>.Of(back.Layer));
                return true;
            case CaseEvent.ClosingLapsed lapsed:
                Touch(changes, recorded, lapsed.Case);
                return true;
            case CaseEvent.PassedOn passed:
                // W14(2) after W14(1): it was counted when it was terminated.
                changes.CaseFiles.Add(new CaseFileRow(passed.Case.Guid, recorded.Position, Status: Word<CaseStatus>.Of(CaseStatus.HandedOver)));
                return true;
            case CaseEvent.ReopeningAsked asked:
                Note(changes, recorded, asked.Id, asked.Case, "reopeningAsked", asked.On);
                return true;
            case CaseEvent.Rated rated:
                Count(changes, rated);
                Touch(changes, recorded, rated.Case);
                return true;
            default:
                return false;
        }
    }

    private static void Assign(LedgerChanges changes, RecordedEvent recorded, CaseEvent.Assigned assigned)
    {
        changes.Assignments.Add(new AssignmentRow(assigned.Case.Guid, assigned.Number, recorded.Position,
            assigned.Source, assigned.DocumentNumber, assigned.Unit.Value, assigned.Division, assigned.ReceivedOn, assigned.Urgent));
        CaseProjection.TakePart(changes, assigned.Case, assigned.Unit, recorded.Position);
        Note(changes, recorded, assigned.Id, assigned.Case, CaseAct.Assign, assigned.ReceivedOn, assigned.Source);
        Touch(changes, recorded, assigned.Case, heldSince: assigned.ReceivedAt);
    }

    private static void Act(LedgerChanges changes, RecordedEvent recorded, CaseEvent.Acted acted)
    {
        var detail = acted.Fact("level") ?? acted.Fact("conclusion") ?? acted.Fact("kind") ?? acted.Fact("ground") ?? acted.Fact("mode");
        long? amount = acted.Fact("amount") is { } yuan ? (long)(decimal.Parse(yuan, CultureInfo.InvariantCulture) * 100) : null;
        Note(changes, recorded, acted.Id, acted.Case, Word<CaseAct>.Of(acted.Act), acted.On, detail, amount);
        if (acted.Act is CaseAct.Refer or CaseAct.Return or CaseAct.Level)
            Touch(changes, recorded, acted.Case, heldSince: acted.At);
    }

    private static ClockRow Row(CaseId @case, Clock clock, ClockStanding standing, DateOnly on) => new(
        @case.Guid,
        clock.Id.Value,
        Word<ClockStanding>.Of(standing),
        on,
        Word<ClockKind>.Of(clock.Kind),
        clock.Rule,
        clock.Court.Value,
        Word<DutyHolder>.Of(clock.Holder),
        clock.StartedOn,
        clock.DueOn);

    private static void Count(LedgerChanges changes, Clock clock, int met = 0, int late = 0, int missed = 0)
    {
        foreach (var (span, starts) in Cells(clock.DueOn))
            changes.ClockTally.Add(new ClockTallyRow(span, starts, clock.Court.Value, Word<ClockKind>.Of(clock.Kind), met, late, missed));
    }

    private static void Count(LedgerChanges changes, CaseEvent.Rated rated)
    {
        foreach (var (span, starts) in Cells(rated.On))
            changes.RatingTally.Add(new RatingTallyRow(span, starts, rated.Court.Value, 1, rated.Stars, rated.Stars >= Satisfied ? 1 : 0));
    }

    private static (char, DateOnly)[] Cells(DateOnly day) =>
        [(Spans.Day, day), (Spans.Month, Spans.StartOfMonth(day))];

    private static void Note(LedgerChanges changes, RecordedEvent recorded, ActId id, CaseId @case, CaseAct act, DateOnly day, string? detail = null) =>
        Note(changes, recorded, id, @case, Word<CaseAct>.Of(act), day, detail);

    private static void Note(
        LedgerChanges changes, RecordedEvent recorded, ActId id, CaseId @case, string act, DateOnly day, string? detail = null, long? amount = null)
    {
        changes.Acts.Add(new ActRow(recorded.Position, id.Guid, @case.Guid, act, detail, day, recorded.Court, recorded.Actor, amount));
        Touch(changes, recorded, @case);
    }

    private static void Touch(
        LedgerChanges changes, RecordedEvent recorded, CaseId @case, DateOnly? answerDue = null, DateTimeOffset? heldSince = null) =>
        changes.CaseFiles.Add(new CaseFileRow(@case.Guid, recorded.Position, AnswerDue: answerDue,
            HeldSince: heldSince is { } since ? Projection.ToMicroseconds(since) : null));
}
