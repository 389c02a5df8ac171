using PetitionMesh.Grains.City;

namespace PetitionMesh.Grains.Cases;

/// <summary>How events become state. An event that cannot follow throws: a journal that lies must not be believed.</summary>
public static class CaseEvolution
{
    public static CaseState Evolve(CaseState state, CaseEvent @event) => @event switch
    {
        CaseEvent.Opened opened when !state.Exists => new CaseState
        {
            Exists = true,
            Id = opened.Case,
            Number = opened.Number,
            Court = opened.Court,
            OpenedOn = opened.On,
            Status = CaseStatus.Pending,
            Petitioners = opened.Petitioners,
            Courts = [opened.Court],
        },
        _ when !state.Exists => throw Impossible(state, @event),
        CaseEvent.Received received when received.Number == state.Receptions.Length + 1 => state with
        {
            Receptions = state.Receptions.Add(received.Reception),
            LastReceptionOn = state.LastReceptionOn > received.Day ? state.LastReceptionOn : received.Day,
            OwnedSince = state.OwnedSince ?? (received.Receiver is null ? null : received.OccurredAt),
            Petitioners = state.Petitioners.AddRange(received.Joining),
            Courts = With(state, received.Court),
            Key = state.Key ?? received.Person.Key,
            Judges = Named(state, received.OriginalJudge),
            Hands = SuccessionEvolution.Receive(state.Hands, received),
            AnswerDue = received.AnswerBy ?? state.AnswerDue,
        },
        CaseEvent.OwnerFixed owner => state with
        {
            Owner = Owned.Of(owner, state.Owner),
            Hands = SuccessionEvolution.Own(state.Hands, owner),
            Status = state.Status == CaseStatus.Pending ? CaseStatus.Open : state.Status,
            Courts = With(state, owner.Court),
            Work = state.Work.HeldSince is null ? state.Work : state.Work with { HeldSince = null },
        },
        CaseEvent.Summoned or CaseEvent.OfSummons => SummonsEvolution.Evolve(state, @event) ?? throw Impossible(state, @event),
        CaseEvent.OfSuccession succession => SuccessionEvolution.Evolve(state, succession) ?? throw Impossible(state, @event),
        CaseEvent.InquiryRecorded inquiry => state with { Inquiries = state.Inquiries.Add(inquiry.Inquiry) },
        CaseEvent.OwnerNotified when state.Owner is not null => state,
        CaseEvent.Imported imported => state with
        {
            IsImported = true,
            ImportedRows = imported.Rows.IsDefault ? state.ImportedRows : state.ImportedRows.Union(imported.Rows.Select(r => r.Key).OfType<string>()),
            // Every unit that lists the matter answers for it.
            Courts = imported.Rows.IsDefault ? With(state, imported.Unit) : [.. state.Courts.Union(imported.Rows.Select(r => r.Unit))],
            Key = state.Key ?? imported.Person.Key,
            Judges = imported.Rows.IsDefault ? state.Judges : imported.Rows.Aggregate(state.Judges, (names, row) => Named(names, row.Handler)),
        },
        CaseEvent.Ended ended when state.Ending is null => state with { Ending = ended, Status = ended.Status, Work = WorkEvolution.Ended(state.Work) },
        // W14: from now on it is a final end; whoever reopens it must not take it out of the counts.
        CaseEvent.BecameFinal when state is { Status: CaseStatus.Provisional, Ending: { } promise } => state with
        {
            Status = CaseStatus.Resolved,
            Ending = promise with { Status = CaseStatus.Resolved },
        },
        CaseEvent.Reopened when state.Ending is not null => state with
        {
            Ending = null,
            Status = CaseStatus.Reopened,
            Work = WorkEvolution.Reopened(state.Work),
        },
        CaseEvent.Identified identified when state.Petitioners.IsEmpty => state with { Petitioners = [identified.Petitioner] },
        CaseEvent.JoinedInto joined when state.JoinedInto is null => state with { JoinedInto = joined.Older },
        CaseEvent.ContentErased => state with { Key = null },
        CaseEvent.KeyRenewed renewed => state with { Key = renewed.Key },
        CaseEvent.JoinedBy joined => state with { Courts = state.Courts.AddRange((joined.Courts ?? []).Except(state.Courts)) },
        _ => WorkEvolution.Evolve(state, @event) ?? throw Impossible(state, @event),
    };

    private static System.Collections.Immutable.ImmutableArray<CourtId> With(CaseState state, CourtId court) =>
        state.Courts.Contains(court) ? state.Courts : state.Courts.Add(court);

    private static System.Collections.Immutable.ImmutableArray<string> Named(CaseState state, string? judge) => Named(state.Judges, judge);

    private static System.Collections.Immutable.ImmutableArray<string> Named(System.Collections.Immutable.ImmutableArray<string> names, string? judge) =>
        judge is not null && JudgeWarning.Fold(judge) is { Length: > 0 } name && !names.Contains(name) ? names.Add(name) : names;

    private static InvalidOperationException Impossible(CaseState state, CaseEvent @event) =>
        new($"{@event.GetType().Name} cannot follow on case {state.Id} with {state.Receptions.Length} receptions in state {state.Status}.");
}
