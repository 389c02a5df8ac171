using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using PetitionMesh.Grains.Cases.Clocks;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.CourtDays;
using PetitionMesh.Grains.Journaling;
using PetitionMesh.Grains.Journaling.Snapshots;
using PetitionMesh.Grains.Petitioners;

namespace PetitionMesh.Grains.Cases;

/// <inheritdoc cref="ICaseGrain"/>
public sealed partial class CaseGrain(IJournal journal, Vault vault, ICityDirectory city, CaseTerms terms, StreamSnapshots<CaseState> snapshots)
    : JournaledGrain<CaseState, CaseEvent>(journal, Codecs.Case, CaseState.Unopened), ICaseGrain
{
    private CaseId Id => CaseId.Parse(this.GetPrimaryKeyString());

    protected override StreamId Stream => StreamId.Of(Id);

    protected override StreamSnapshots<CaseState> Snapshots => snapshots;

    protected override CaseState Evolve(CaseState state, CaseEvent @event) => CaseEvolution.Evolve(state, @event);

    protected override void OnBeaten(AppendResult.Conflict conflict) => vault.TakeUp(conflict);

    public async Task<ReceptionOutcome> ReceiveAsync(CaseReception reception)
    {
        // First: what was registered here is answered from here, also after this case was joined to an older one.
        if (State.HasSeen(reception.Reception))
            return await FirstAnswerAsync(reception);
        if (State.JoinedInto is { } older)
            return new ReceptionOutcome.Moved(older);
        var now = city.Current;
        var decision = CaseDecider.Decide(State, CommandOf(reception, now));
        if (decision.Refusal is { } refusal)
            return await RefuseAsync(refusal);

        var answer = Answer(reception, decision.Events, now);
        var result = await AppendAsync(
            new Append(
                [.. reception.Slices, SliceOf(decision.Events)],
                reception.Now,
                reception.Actor.Subject,
                reception.Actor.Court.Value,
                RecordOf(reception.Id, answer),
                reception.Keys),
            decision.Events);
        return result switch
        {
            AppendResult.Appended => new ReceptionOutcome.Registered(answer, reception.Slices),
            AppendResult.Repeated repeated => new ReceptionOutcome.Repeated(repeated.First),
            AppendResult.KeyReused => new ReceptionOutcome.KeyReused(),
            _ => new ReceptionOutcome.Contended(),
        };
    }

    public async Task<ReceptionOutcome> ReceiveUnidentifiedAsync(Receive command)
    {
        var isNew = !State.Exists;
        if (isNew && command.NewCase != Id)
            return await RefuseAsync(Refusal.Breaks("unknown-case", null, "没有这个信访事项，请核对编号。", "case.caseId"));
        var sealing = await KeyToSealAsync();
        var reception = CaseReception.Of(command, sealing.Key.SealContent(command)) with
        {
            Opening = isNew ? new Opening(command.Case.Number, [], vault.Keyring.QueryCodeHash(vault.Keyring.QueryCodeOf(Id))) : null,
            Slices = sealing.With(),
            Keys = sealing.Rows,
        };
        return await ReceiveAsync(reception);
    }

    public async Task<ImportOutcome> ImportAsync(CaseImport import)
    {
        var matter = import.Matter;
        var owner = matter.Owner is { } named ? city.Current.Leader(named) : null;
        var decision = CaseDecider.Decide(State, CaseImports.CommandOf(Id, import, owner, city.Current));
        var outcome = new ImportOutcome(State.Exists ? ImportResult.Merged : ImportResult.Created, Id, matter.Import, import.Slices)
        {
            Known = matter.Rows.Length - (decision.Events.OfType<CaseEvent.Imported>().FirstOrDefault()?.Rows.Length ?? 0),
        };
        var result = await AppendAsync(
            new Append(
                decision.Events.IsEmpty ? import.Slices : [.. import.Slices, SliceOf(decision.Events)],
                matter.Now,
                matter.Actor.Subject,
                matter.Actor.Court.Value,
                CaseImports.RecordOf(matter.Id, outcome),
                import.Keys),
            decision.Events);
        return result switch
        {
            AppendResult.Appended => outcome,
            AppendResult.Repeated repeated => CaseImports.OutcomeOf(repeated.First),
            _ => outcome with { Result = null },
        };
    }

    public Task<CaseStanding?> StandingAsync()
    {
        if (State.Exists)
        {
            return Task.FromResult<CaseStanding?>(new CaseStanding(
                Id,
                State.Number,
                State.Court,
                State.Status,
                State.Receptions.Length,
                OwnerNow(city.Current),
                State.OpenedOn,
                State.LastReceptionOn,
                State.Courts,
                State.Petitioners,
                State.JoinedInto,
                Version,
                InReview: State.Work.Closing?.GoesUp == true));
        }
        DeactivateOnIdle();
        return Task.FromResult<CaseStanding?>(null);
    }

    public async Task<Candidate?> CandidateAsync()
    {
        if (!State.MayBeMeant)
            return null;
        var history = await Journal.ReadAsync(Stream, 0, CancellationToken.None);
        var first = history.Select(e => Codecs.Case.Decode(e.Kind, e.Payload.AsSpan())).OfType<CaseEvent.Received>().FirstOrDefault();
        return new Candidate(Id, State.Number, first?.Reception, first?.Claim, OwnerNow(city.Current), State.Status);
    }

    private static CommandRecord? RecordOf(CommandId id, ReceptionAnswer answer) => id.Recorded
        ? new CommandRecord(
            id.Caller,
            id.Key,
            id.BodyHash,
            201,
            ImmutableCollectionsMarshal.AsImmutableArray(JsonSerializer.SerializeToUtf8Bytes(answer, AnswersJson.Default.ReceptionAnswer)))
        : null;

    private CaseCommand.Receive CommandOf(CaseReception reception, CitySnapshot now)
    {
        var court = now.Court(reception.Court) ?? throw new InvalidOperationException($"The gateway let an unknown court '{reception.Court}' through.");
        var leader = reception.Receiver is { } receiver ? now.Leader(receiver) : null;
        return new CaseCommand.Receive(
            reception.Reception,
            Id,
            reception.Opening,
            reception.Court,
            reception.Channel,
            reception.Receiver,
            leader?.Court,
            reception.OccurredAt,
            now.DayOf(reception.OccurredAt),
            reception.Now,
            now.DayOf(reception.Now),
            reception.Petitioner,
            reception.Joining,
            reception.Content,
            reception.Headcount,
            reception.Level,
            CaseDecider.SkipsLevel(court.Tier, reception.Channel, reception.Level),
            reception.Summons,
            AnswerDue: terms.Limit(ClockKind.Answer, reception.Court).DueAfter(now.DayOf(reception.OccurredAt), terms.Calendar).Date,
            terms,
            ReportingUnits.OfReception(court, leader))
        {
            OriginalJudge = reception.OriginalJudge,
            Representatives = reception.Representatives,
            RecorderName = reception.Actor.Name,
        };
    }

    /// <summary>Refuses, unless it was decided on an outdated state: then the command is to be asked again.</summary>
    private async Task<ReceptionOutcome> RefuseAsync(Refusal refusal)
    {
        if (!await IsOutdatedAsync())
            return new ReceptionOutcome.Refused(refusal);
        DeactivateOnIdle();
        return new ReceptionOutcome.Contended();
    }

    private async Task<ReceptionOutcome> FirstAnswerAsync(CaseReception reception)
    {
        var first = await Journal.FindCommandAsync(reception.Id.Caller, reception.Id.Key, CancellationToken.None);
        if (first is null)
            return new ReceptionOutcome.Refused(Refusal.Conflicts("already-registered", null, "该接访已经登记，请查询该事项。"));
        return first.BodyHash.AsSpan().SequenceEqual(reception.Id.BodyHash.AsSpan())
            ? new ReceptionOutcome.Repeated(first)
            : new ReceptionOutcome.KeyReused();
    }

    private ReceptionAnswer Answer(CaseReception reception, ImmutableArray<CaseEvent> events, CitySnapshot now)
    {
        var received = events.OfType<CaseEvent.Received>().Single();
        var owner = events.OfType<CaseEvent.OwnerFixed>().Select(o => Owned.Of(o, State.Owner)).SingleOrDefault() ?? State.Owner;
        var summons = events.OfType<CaseEvent.Summoned>().SingleOrDefault();
        return new ReceptionAnswer(
            received.Reception,
            Id,
            received.First,
            received.Number,
            OwnerWords.Of(owner, now),
            summons is null ? null : new SummonsNotice(summons.Summons, summons.Leader),
            [
                .. reception.Warnings,
                .. ReceptionWarnings.Of(received, State),
                .. JudgeWarning.Of(State, received, now),
            ]);
    }

    private OwnerStanding? OwnerNow(CitySnapshot now) => OwnerWords.Of(State.Owner, now);
}
