using System.Collections.Immutable;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.FirstRequests;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Grains.Petitioners;

/// <inheritdoc cref="IPetitionerGrain"/>
public sealed class PetitionerGrain(IJournal journal, Vault vault)
    : JournaledGrain<PetitionerState, PetitionerEvent>(journal, Codecs.Petitioner, PetitionerState.Unknown), IPetitionerGrain
{
    private PetitionerKey Key => PetitionerKey.Parse(this.GetPrimaryKeyString());

    protected override StreamId Stream => StreamId.Of(Key);

    protected override PetitionerState Evolve(PetitionerState state, PetitionerEvent @event) => PetitionerState.Evolve(state, @event);

    public async Task<ReceptionOutcome> ReceiveAsync(Receive command, ImmutableArray<PetitionerStanding> before)
    {
        var me = command.Persons.First(p => p.Key == Key);
        if (await KeyAsync() is not { } sealing)
        {
            DeactivateOnIdle();
            return new ReceptionOutcome.Contended();
        }
        var standing = new PetitionerStanding(
            Key,
            Version,
            State.Links,
            sealing.Row is null ? null : Registration(me, sealing.Key),
            sealing.Row,
            command.Persons[0] == me ? sealing.Key.SealContent(command) : null,
            sealing.Guard);
        var standings = before.Add(standing);
        try
        {
            var next = NextAfter(command);
            var outcome = next is null
                ? await new Registrar(GrainFactory, vault.Keyring).RegisterAsync(command, standings)
                : await GrainFactory.GetGrain<IPetitionerGrain>(next).ReceiveAsync(command, standings);
            if (outcome is ReceptionOutcome.Refused && await IsOutdatedAsync())
                outcome = new ReceptionOutcome.Contended();
            if (outcome is ReceptionOutcome.Registered registered)
                TakeUp(registered.Written);
            else if (outcome is ReceptionOutcome.Contended)
                await GiveUpAsync();
            else if (outcome is ReceptionOutcome.Repeated)
                DeactivateOnIdle();
            if (outcome is ReceptionOutcome.Registered && sealing.Row is not null)
                vault.Keep(sealing.Key);
            return outcome;
        }
        catch
        {
            // Whether this stream has grown is not known: the next activation replays what is there.
            DeactivateOnIdle();
            throw;
        }
    }

    public async Task<ImportOutcome> ImportAsync(ImportMatter matter)
    {
        if (await KeyAsync() is not { } sealing)
        {
            DeactivateOnIdle();
            return new ImportOutcome(null, matter.NewCase, matter.Import, []);
        }
        var known = await KnownCaseAsync(matter);
        var target = known ?? matter.NewCase;
        ImmutableArray<PetitionerEvent> events =
        [
            .. sealing.Row is null ? [] : new PetitionerEvent[] { Registered(matter.Person, sealing.Key) },
            .. known is null ? new PetitionerEvent[] { new PetitionerEvent.CaseLinked(Key, target, matter.Number) } : [],
        ];
        var import = ImportSealing.Seal(matter, sealing.Key, target, vault.Keyring, Key) with
        {
            Slices = sealing.With(events.IsEmpty ? [] : [SliceOf(events)]),
            Keys = sealing.Rows,
        };
        try
        {
            var outcome = await GrainFactory.GetGrain<ICaseGrain>(target.Value).ImportAsync(import);
            if (outcome.Result is null)
                await GiveUpAsync();
            else if (outcome.Written.IsDefault || outcome.Written.IsEmpty)
                DeactivateOnIdle();
            else
                TakeUp(outcome.Written);
            return outcome;
        }
        catch
        {
            DeactivateOnIdle();
            throw;
        }
    }

    public async Task<ActReply> AskFirstAsync(ReceiveFirstRequest command)
    {
        if (await KeyAsync() is not { } sealing)
        {
            DeactivateOnIdle();
            return ActReply.Beaten;
        }
        ImmutableArray<PetitionerEvent> events = sealing.Row is null ? [] : [Registered(command.Person, sealing.Key)];
        try
        {
            var reply = await GrainFactory.GetGrain<IFirstRequestGrain>(command.Request.Value)
                .TakeUpAsync(command.SealedWith(sealing, events.IsEmpty ? [] : [SliceOf(events)]));
            if (reply.Contended)
                await GiveUpAsync();
            return reply;
        }
        finally
        {
            // Whether this stream has grown is not known: the next activation replays what is there.
            if (!events.IsEmpty)
                DeactivateOnIdle();
        }
    }

    public async Task<ActOutcome> IdentifyAsync(Identify command)
    {
        var grain = GrainFactory.GetGrain<ICaseGrain>(command.Case.Value);
        if (await grain.StandingAsync() is not { } standing)
            return ActOutcome.Refused(command.Case, Refusal.Unknown("没有这个信访事项，请核对编号。"));
        if (await KeyAsync() is not { } sealing)
        {
            DeactivateOnIdle();
            return ActOutcome.Beaten(command.Case);
        }
        ImmutableArray<PetitionerEvent> events =
        [
            .. sealing.Row is null ? [] : new PetitionerEvent[] { Registered(command.Person, sealing.Key) },
            .. State.Links.Any(l => l.Case == command.Case) ? [] : new PetitionerEvent[] { new PetitionerEvent.CaseLinked(Key, command.Case, standing.CaseNumber) },
        ];
        try
        {
            var outcome = await grain.IdentifyAsync(new CaseIdentification(
                command.Id,
                command.Actor,
                command.Now,
                Key,
                sealing.Key.SealPerson(command.Case.Value, command.Person),
                sealing.With(events.IsEmpty ? [] : [SliceOf(events)]),
                sealing.Rows,
                await OtherCasesAsync(standing)));
            if (outcome.Contended)
                await GiveUpAsync();
            else if (outcome.MayBeOutdated)
                DeactivateOnIdle();
            else
                TakeUp(outcome.Written);
            return outcome;
        }
        catch
        {
            DeactivateOnIdle();
            throw;
        }
    }

    public async Task<ImmutableArray<CaseStanding>> CasesAsync()
    {
        if (State.Links.IsEmpty)
        {
            DeactivateOnIdle();
            return [];
        }
        var standings = ImmutableArray.CreateBuilder<CaseStanding>(State.Links.Length);
        foreach (var link in State.Links)
        {
            if (await GrainFactory.GoingOnAsync(link.Case) is { } standing && standings.All(s => s.Case != standing.Case))
                standings.Add(standing);
        }
        return standings.DrainToImmutable();
    }

    public async Task<ActReply> EraseDataAsync(EraseData command)
    {
        if (State.Key is null)
        {
            if (await IsOutdatedAsync())
            {
                DeactivateOnIdle();
                return ActReply.Beaten;
            }
            return ActReply.Refused(State.Links.IsEmpty
                ? Refusal.Breaks("unknown-person", null, "系统中没有此人的登记，请核对证件类型和号码。", "idNumber")
                : Refusal.Conflicts("data-erased", null, "此信访人的个人信息已经删除，无须再次办理。"));
        }
        var (cases, subjects) = await WhatIsTheirsAsync();
        var erased = new PetitionerEvent.DataErased(Key, cases, command.Reason);
        var answer = command.Answer(new ErasureAnswer(cases));
        var result = await AppendAsync(command.Append(SliceOf([erased]), await vault.EraAsync(CancellationToken.None), subjects, answer), [erased]);
        vault.Forget();
        return ActReply.Of(answer, result);
    }

    /// <summary>Their cases, and whose keys are deleted: their own and those of cases that stood by themselves before they were identified as theirs.</summary>
    private async Task<(ImmutableArray<CaseId> Cases, ImmutableArray<string> Subjects)> WhatIsTheirsAsync()
    {
        var cases = ImmutableArray.CreateBuilder<CaseId>();
        var subjects = ImmutableArray.CreateBuilder<string>();
        subjects.Add(Key.Value);
        foreach (var link in State.Links)
        {
            if (await GrainFactory.GetGrain<ICaseGrain>(link.Case.Value).StandingAsync() is not { Petitioners: [var first, ..] } || first != Key)
                continue;
            cases.Add(link.Case);
            subjects.Add(StreamId.Of(link.Case).Value);
        }
        return (cases.ToImmutable(), subjects.ToImmutable());
    }

    /// <summary>W3, "details that decide": now that the person is known, what else of theirs may be this very dispute.</summary>
    private async Task<ImmutableArray<string>> OtherCasesAsync(CaseStanding identified)
    {
        var notes = ImmutableArray.CreateBuilder<string>();
        var told = new HashSet<CaseId> { identified.Case };
        bool IsItsNumber(CaseNumber? other) => identified.CaseNumber is { } number && other == number;
        foreach (var link in State.Links.OrderByDescending(l => IsItsNumber(l.Number)))
        {
            if (await GrainFactory.GoingOnAsync(link.Case) is not { } other || !told.Add(other.Case))
                continue;
            if (IsItsNumber(link.Number) || IsItsNumber(other.CaseNumber))
                notes.Add($"该信访人另有同一案号的事项（编号 {other.Case}），请核对后办理合并，由先接访的领导包案。");
            else if (other.Status.IsRunning())
                notes.Add($"该信访人另有未办结的信访事项（编号 {other.Case}），如为同一纠纷，请办理合并。");
        }
        return notes.DrainToImmutable();
    }

    /// <summary>The case that the matter itself opened, else the one under its number; null where none is known. What was joined is where it goes on.</summary>
    private async ValueTask<CaseId?> KnownCaseAsync(ImportMatter matter)
    {
        if (matter.Number is null && State.Links.All(l => l.Case != matter.NewCase))
            return await CaseWithoutNumberAsync();
        bool IsMeant(CaseLink link) => link.Case == matter.NewCase || (matter.Number is { } number && link.Number == number);
        var links = State.Links.Any(IsMeant) ? State.Links : await GrainFactory.WithJoinedAsync(State.Links);
        var link = links.FirstOrDefault(l => l.Case == matter.NewCase) ?? links.FirstOrDefault(IsMeant);
        return link is null ? null : (await GrainFactory.GoingOnAsync(link.Case))?.Case ?? link.Case;
    }

    /// <summary>
    /// A person's rows without a number are one matter, in one sheet or in several; they go to the one running case without a number, if there is
    /// just one. Nobody can say that what a ledger calls unresolved is a case that has ended.
    /// </summary>
    private async ValueTask<CaseId?> CaseWithoutNumberAsync()
    {
        var running = new HashSet<CaseId>();
        foreach (var link in await GrainFactory.WithJoinedAsync(State.Links))
        {
            if (link.Number is null && await GrainFactory.GoingOnAsync(link.Case) is { } standing && standing.Status.IsRunning())
                running.Add(standing.Case);
        }
        return running.Count == 1 ? running.Single() : null;
    }

    /// <summary>The next representative in ascending order of keys, or null after the last: one order for all, so no deadlock.</summary>
    private string? NextAfter(Receive command) => command.Persons.Length == 1 ? null : command.Persons
        .Select(p => p.Key!.Value.Value)
        .Where(k => string.CompareOrdinal(k, Key.Value) > 0)
        .Min(StringComparer.Ordinal);

    /// <summary>Beaten, by whom is not known: this activation may be outdated, or the keys in this process.</summary>
    private ValueTask GiveUpAsync()
    {
        DeactivateOnIdle();
        return vault.CatchUpAsync();
    }

    /// <summary>No key where this activation knows of one that has been erased since: it is outdated.</summary>
    private async ValueTask<SealingKey?> KeyAsync() => State.Key is { } known ? await vault.FindToSealAsync(known) : await vault.NewAsync(Key.Value);

    private StoredEvent Registration(Person person, DataKey key) => Codecs.Petitioner.Encode(Registered(person, key));

    private PetitionerEvent.Registered Registered(Person person, DataKey key) =>
        new(Key, person.IdType, key.Id, key.SealPerson(Key.Value, person));
}
