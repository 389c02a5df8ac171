using System.Collections.Immutable;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.CourtDays;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Petitioners;

namespace PetitionMesh.Journal.Ledger;

/// <summary>The rows of a case's events.</summary>
internal static class CaseProjection
{
    public static void Apply(LedgerChanges changes, RecordedEvent recorded, CaseEvent @event)
    {
        var at = recorded.Position;
        switch (@event)
        {
            case CaseEvent.Opened opened:
                Open(changes, opened, at);
                DutyProjection.Open(changes, opened, recorded);
                break;
            case CaseEvent.Received received:
                Receive(changes, received, recorded);
                break;
            case CaseEvent.OwnerFixed owned:
                changes.CaseFiles.Add(new CaseFileRow(owned.Case.Guid, at,
                    Status: Word<CaseStatus>.Of(CaseStatus.Open),
                    Owner: owned.Owner.Value, OwnerCourt: owned.Court.Value, OwnerOrigin: Word<OwnerOrigin>.Of(owned.Origin),
                    HeldSince: Projection.ToMicroseconds(owned.At)));
                TakePart(changes, owned.Case, owned.Court, at);
                DutyProjection.Own(changes, owned, at);
                break;
            case CaseEvent.Summoned sent:
                DutyProjection.Send(changes, sent, at);
                Touch(changes, sent.Case, at);
                break;
            case CaseEvent.InquiryRecorded inquiry:
                Touch(changes, inquiry.Case, at);
                break;
            case CaseEvent.OfSuccession succession:
                Touch(changes, DutyProjection.Succeed(changes, succession, at), at);
                break;
            case CaseEvent.OfSummons answer:
                Touch(changes, DutyProjection.Answer(changes, answer, at), at);
                break;
            case CaseEvent.OwnerNotified notified:
                changes.Notices.Add(new NoticeRow(at, notified.Case.Guid, notified.Leader.Value, notified.Reception.Guid,
                    Word<Channel>.Of(notified.Channel)));
                Touch(changes, notified.Case, at);
                break;
            case CaseEvent.Imported imported:
                Import(changes, imported, at);
                break;
            case CaseEvent.Ended ended:
                changes.CaseFiles.Add(new CaseFileRow(ended.Case.Guid, at,
                    Status: Word<CaseStatus>.Of(ended.Status), EndedOn: ended.Day, EndingGround: Word<EndingGround>.Of(ended.Ground)));
                CountResolution(changes, ended, 1);
                DutyProjection.Run(changes, ended.Owner, ended.Day, -1);
                break;
            case CaseEvent.BecameFinal final:
                changes.CaseFiles.Add(new CaseFileRow(final.Case.Guid, at, Status: Word<CaseStatus>.Of(CaseStatus.Resolved)));
                if (final.Promise is { } kept)
                {
                    CountResolution(changes, kept, -1);
                    CountResolution(changes, kept with { Status = CaseStatus.Resolved }, 1);
                }
                break;
            case CaseEvent.Reopened reopened:
                changes.CaseFiles.Add(new CaseFileRow(reopened.Case.Guid, at, Status: Word<CaseStatus>.Of(CaseStatus.Reopened)));
                // W14: only a promise is taken back out of its cell; after a final end no earlier count changes.
                if (reopened.Undone is { Status: CaseStatus.Provisional } promise)
                    CountResolution(changes, promise, -1);
                DutyProjection.Run(changes, reopened.RunsWith, reopened.Undone.Day, 1);
                break;
            case CaseEvent.Identified identified:
                Link(changes, identified.Petitioner, identified.Case, at);
                Touch(changes, identified.Case, at);
                break;
            case CaseEvent.JoinedInto joined:
                changes.CaseFiles.Add(new CaseFileRow(joined.Case.Guid, at, JoinedInto: joined.Older.Guid));
                DutyProjection.Join(changes, joined, recorded);
                break;
            case CaseEvent.JoinedBy joined:
                Touch(changes, joined.Case, at);
                foreach (var court in joined.Courts ?? [])
                    TakePart(changes, joined.Case, court, at);
                break;
            case CaseEvent.ContentErased erased:
                Touch(changes, erased.Case, at);
                break;
            case CaseEvent.KeyRenewed renewed:
                Touch(changes, renewed.Case, at);
                break;
            default:
                if (WorkProjection.TryApply(changes, recorded, @event))
                    break;
                throw new InvalidOperationException($"The ledger has no meaning for '{recorded.Kind}'.");
        }
    }

    private static void Open(LedgerChanges changes, CaseEvent.Opened opened, long at)
    {
        changes.CaseFiles.Add(new CaseFileRow(opened.Case.Guid, at,
            Number: opened.Number?.Value,
            Court: opened.Court.Value,
            Status: Word<CaseStatus>.Of(CaseStatus.Pending),
            Receptions: 0,
            OpenedOn: opened.On,
            QueryCodeHash: opened.QueryCodeHash,
            LongStanding: false,
            Opened: at));
        TakePart(changes, opened.Case, opened.Court, at);
        foreach (var petitioner in All(opened.Petitioners))
            Link(changes, petitioner, opened.Case, at);
    }

    private static void Receive(LedgerChanges changes, CaseEvent.Received received, RecordedEvent recorded)
    {
        var at = recorded.Position;
        var row = new ReceptionRow(
            at,
            received.Reception.Guid,
            received.Case.Guid,
            received.Number,
            received.First,
            received.Court.Value,
            Word<Channel>.Of(received.Channel),
            received.Receiver?.Value,
            recorded.Actor,
            Projection.ToMicroseconds(received.OccurredAt),
            received.Day,
            Word<Level>.Of(received.Level),
            received.Headcount,
            received.Headcount >= Collective.Headcount,
            received.SkipsLevel,
            received.Late,
            received.Returned);
        changes.Receptions.Add(row);
        changes.CaseFiles.Add(new CaseFileRow(received.Case.Guid, at,
            Receptions: received.Number,
            LastReceptionOn: received.Day,
            FirstReception: received.Number == 1 ? at : null,
            AnswerDue: received.AnswerBy));
        TakePart(changes, received.Case, received.Court, at);
        foreach (var representative in All(received.Joining))
            Link(changes, representative, received.Case, at);
        CountReception(changes, row, received);
        DutyProjection.Receive(changes, received, at);
        if (AlertRules.WorthyOf(received) is { } worthy)
        {
            changes.AlertsDue.Add(new AlertDueRow(at, received.Reception.Guid, received.Case.Guid, received.Court.Value,
                received.Unit?.Value, received.Day, Word<AlertKind>.Of(worthy)));
        }
    }

    private static void Import(LedgerChanges changes, CaseEvent.Imported imported, long at)
    {
        changes.CaseFiles.Add(new CaseFileRow(imported.Case.Guid, at,
            Imported: imported.Unit.Value, LongStanding: imported.LongStanding ? true : null));
        TakePart(changes, imported.Case, imported.Unit, at);
        foreach (var row in All(imported.Rows))
        {
            changes.ImportRows.Add(new ImportRow(imported.Import, row.Row, imported.Case.Guid, row.Unit.Value,
                row.Owner, row.ResponsibleLeader, row.Handler, row.Source, row.AssignedOn, row.FirstVisitOn, at));
            TakePart(changes, imported.Case, row.Unit, at);
        }
    }

    private static void CountReception(LedgerChanges changes, ReceptionRow row, CaseEvent.Received received)
    {
        Add(Spans.Day, row.Day, row.Court);
        Add(Spans.Month, Spans.StartOfMonth(row.Day), row.Court);
        if (received.Unit is { Division: not null } division)
            Add(Spans.UnitDay, row.Day, division.Value);

        void Add(char span, DateOnly starts, string court) => changes.ReceptionTally.Add(new ReceptionTallyRow(
            span, starts, court, row.Channel, 1, One(row.First), One(row.Collective), One(row.SkipsLevel), row.Headcount,
            One(received.Level == Level.City), One(received.Level == Level.Province), One(received.Level == Level.Capital),
            One(row.Late), One(received.FromImport == true),
            One(received.Kind == MatterKind.Civil), One(received.Kind == MatterKind.Criminal),
            One(received.Kind == MatterKind.Administrative), One(received.Kind == MatterKind.Enforcement)));

        static int One(bool counts) => counts ? 1 : 0;
    }

    private static void CountResolution(LedgerChanges changes, CaseEvent.Ended ended, int sign)
    {
        var promise = ended.Status == CaseStatus.Provisional ? sign : 0;
        Add(Spans.Day, ended.Day);
        Add(Spans.Month, Spans.StartOfMonth(ended.Day));

        DutyProjection.Resolve(changes, ended, sign);
        if (ended.Owner is { } owner)
            changes.OwnerTally.Add(new OwnerTallyRow(ended.Day, owner.Value, Word<EndingGround>.Of(ended.Ground), sign, promise));

        void Add(char span, DateOnly starts) => changes.ResolutionTally.Add(new ResolutionTallyRow(
            span, starts, ended.Court.Value, Word<EndingGround>.Of(ended.Ground), sign, promise));
    }

    internal static void TakePart(LedgerChanges changes, CaseId @case, CourtId court, long at) =>
        changes.CaseCourts.Add(new CaseCourtRow(@case.Guid, court.Value, at));

    private static void Link(LedgerChanges changes, PetitionerKey petitioner, CaseId @case, long at) =>
        changes.PetitionerCases.Add(new PetitionerCaseRow(petitioner.Value, @case.Guid, at));

    private static void Touch(LedgerChanges changes, CaseId @case, long at) => changes.CaseFiles.Add(new CaseFileRow(@case.Guid, at));

    /// <summary>A list that was empty may be missing in the stored JSON.</summary>
    private static ImmutableArray<T> All<T>(ImmutableArray<T> list) => list.IsDefault ? [] : list;
}
