using System.Collections.Immutable;
using PetitionMesh.Grains.Cases;
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
                ? await RegisterAsync(command, standings)
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
        var link = State.Links.FirstOrDefault(l => l.Case == matter.NewCase)
            ?? State.Links.FirstOrDefault(l => matter.Number is not null && l.Number == matter.Number);
        var target = link is null ? matter.NewCase : await OlderAsync(link.Case);
        ImmutableArray<PetitionerEvent> events =
        [
            .. sealing.Row is null ? [] : new PetitionerEvent[] { Registered(matter.Person, sealing.Key) },
            .. link is null ? new PetitionerEvent[] { new PetitionerEvent.CaseLinked(Key, target, matter.Number) } : [],
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

    /// <summary>The case that this one was joined into, or itself: what an imported row says belongs there.</summary>
    private async Task<CaseId> OlderAsync(CaseId id)
    {
        while (await GrainFactory.GetGrain<ICaseGrain>(id.Value).StandingAsync() is { JoinedInto: { } older })
            id = older;
        return id;
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
                sealing.Rows));
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
            var standing = await GrainFactory.GetGrain<ICaseGrain>(link.Case.Value).StandingAsync();
            while (standing?.JoinedInto is { } older)
                standing = await GrainFactory.GetGrain<ICaseGrain>(older.Value).StandingAsync();
            if (standing is not null && standings.All(s => s.Case != standing.Case))
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

    private async Task<ReceptionOutcome> RegisterAsync(Receive command, ImmutableArray<PetitionerStanding> persons)
    {
        var primary = persons.First(p => p.Content is not null);
        var candidates = ImmutableArray<Candidate>.Empty;
        var asking = primary;
        var route = ReceptionRoute.Of(command, primary, persons);
        if (route is not ReceptionRoute.Existing)
        {
            // One after the other: all at once, those of one case would fill its queue and be sent away.
            var known = ImmutableArray.CreateBuilder<PetitionerStanding>(persons.Length);
            foreach (var person in persons)
                known.Add(await WithJoinedAsync(person));
            asking = known.First(p => p.Content is not null);
            route = ReceptionRoute.Of(command, asking, known.MoveToImmutable());
        }
        if (route is ReceptionRoute.AskIfOpen or ReceptionRoute.New { Warn: true })
        {
            candidates = await CandidatesAsync(asking);
            if (route is ReceptionRoute.AskIfOpen)
                route = candidates.IsEmpty ? new ReceptionRoute.New(null, Warn: false) : new ReceptionRoute.Refused(WhichCase(candidates));
        }
        switch (route)
        {
            case ReceptionRoute.Refused refused:
                return new ReceptionOutcome.Refused(refused.Refusal);
            case ReceptionRoute.New opens:
                var created = command.NewCase;
                var opening = new Opening(opens.Number, [.. command.Persons.Select(p => p.Key!.Value)], CodeHash(created));
                var opened = await AtCaseAsync(created, ReceptionSlices.Compose(command, primary, persons, created, opening, Warning(candidates)));
                // The "new" case is there and was joined since: this is a repeat, and these activations are older than its first answer.
                return opened is ReceptionOutcome.Moved ? new ReceptionOutcome.Contended() : opened;
            default:
                var target = ((ReceptionRoute.Existing)route).Case;
                var outcome = await AtCaseAsync(target, ReceptionSlices.Compose(command, primary, persons, target, null, []));
                while (outcome is ReceptionOutcome.Moved moved)
                    outcome = await AtCaseAsync(moved.To, ReceptionSlices.Compose(command, primary, persons, moved.To, null, []));
                return outcome;
        }
    }

    /// <summary>
    /// W3: what one of somebody's cases was joined into is theirs as well, whether or not they were named there. And who came to a case by its
    /// id came to its number: that is not kept with them.
    /// </summary>
    private async Task<PetitionerStanding> WithJoinedAsync(PetitionerStanding person)
    {
        var links = person.Links;
        foreach (var link in person.Links)
        {
            var standing = await GrainFactory.GetGrain<ICaseGrain>(link.Case.Value).StandingAsync();
            if (link.Number is null && standing?.CaseNumber is { } number)
                links = links.Replace(link, link with { Number = number });
            while (standing is { JoinedInto: { } older })
            {
                standing = await GrainFactory.GetGrain<ICaseGrain>(older.Value).StandingAsync();
                if (standing is not null && links.All(l => l.Case != older))
                    links = links.Add(new CaseLink(older, standing.CaseNumber));
            }
        }
        return person with { Links = links };
    }

    private Task<ReceptionOutcome> AtCaseAsync(CaseId id, CaseReception reception) =>
        GrainFactory.GetGrain<ICaseGrain>(id.Value).ReceiveAsync(reception);

    private async Task<ImmutableArray<Candidate>> CandidatesAsync(PetitionerStanding primary)
    {
        var candidates = ImmutableArray.CreateBuilder<Candidate>();
        foreach (var link in primary.Links)
        {
            if (await GrainFactory.GetGrain<ICaseGrain>(link.Case.Value).CandidateAsync() is { } candidate)
                candidates.Add(candidate);
        }
        return candidates.DrainToImmutable();
    }

    private static ImmutableArray<ReceptionWarning> Warning(ImmutableArray<Candidate> candidates) => candidates.IsEmpty
        ? []
        : [new ReceptionWarning("open-cases", "此信访人另有未办结的信访事项，请核对是否为同一纠纷。", candidates)];

    private static Refusal WhichCase(ImmutableArray<Candidate> candidates) =>
        Refusal.Conflicts("which-case", "W4", "此信访人有未办结的信访事项，请在 case 中指明 caseId；确为新的事项请传 { \"new\": true }。") with
        {
            Candidates = candidates,
        };

    private string CodeHash(CaseId id) => vault.Keyring.QueryCodeHash(vault.Keyring.QueryCodeOf(id));

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
