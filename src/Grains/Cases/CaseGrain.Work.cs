using System.Collections.Immutable;
using PetitionMesh.Grains.Cases.Acts;
using PetitionMesh.Grains.City;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Grains.Cases;

/// <summary>Work on a case: acts, papers, the clock, and what the petitioner says.</summary>
public sealed partial class CaseGrain
{
    /// <summary>Who signs for the clock, and for the petitioner at the public window.</summary>
    private const string ClockActor = "clock";
    private const string PublicActor = "public";

    public async Task<ActOutcome> ActAsync(ActRequest request)
    {
        if (request.ExpectedVersion is { } expected && expected != Version && !State.Work.Seen.Contains(request.Act))
            return ActOutcome.Done(Id, []) with { Moved = true };
        if (!State.Exists)
            return await RefuseActAsync(NoSuchCase);
        Sealed? narrative = null;
        SealingKey? sealing = null;
        if (request.Narrative is { } said)
            (narrative, sealing) = await SealAsync(request.Act.Value, said);
        var command = new CaseCommand.Act(
            request.Act, request.Kind, request.Actor, request.Facts, request.Said, narrative, request.Papers, Ground(request.Now));
        return await DecideAsync(command, request.Id, request.Now, request.Actor.Subject, request.Actor.Court, request.Act, sealing);
    }

    public async Task<ActOutcome> FileAsync(PaperFiling filing)
    {
        var act = new ActId(filing.Paper.Guid);
        SealingKey? sealing = null;
        if (filing.Key is { } id && !State.Work.Holds(act))
        {
            // Erased since the file was sealed with it: who files has to seal it anew.
            sealing = await vault.FindToSealAsync(id);
            if (sealing is null)
                return ActOutcome.Beaten(Id);
        }
        return await DecideAsync(
            new CaseCommand.File(filing.Paper, filing.Kind, filing.MediaType, filing.Size, filing.Hash, filing.Actor, Ground(filing.Now), filing.Key),
            filing.Id, filing.Now, filing.Actor.Subject, filing.Actor.Court, act, sealing);
    }

    public Task<ActOutcome> ReportOutsideVisitAsync(OutsideVisit visit) => DecideAsync(
        new CaseCommand.ReportOutsideVisit(visit.Act, visit.Place, visit.On, visit.ToldBy, visit.Actor, Ground(visit.Now)),
        visit.Id, visit.Now, visit.Actor.Subject, visit.Actor.Court, visit.Act);

    public async Task<ActOutcome> HearPetitionerAsync(PetitionerWord word)
    {
        if (!State.Exists)
            return ActOutcome.Refused(Id, NoSuchCase);
        if (word.Stars is { } stars)
            return await DecideAsync(new CaseCommand.Rate(stars, Ground(word.Now)), word.Id, word.Now, PublicActor, Handling.CourtOf(State), word.Act);
        var (narrative, sealing) = await SealAsync(word.Act.Value, word.Reopening!.Value);
        return await DecideAsync(
            new CaseCommand.AskReopening(word.Act, narrative, Ground(word.Now)), word.Id, word.Now, PublicActor, Handling.CourtOf(State), word.Act, sealing);
    }

    public async Task<int> SweepAsync(DateTimeOffset now)
    {
        if (!State.Exists)
        {
            DeactivateOnIdle();
            return 0;
        }
        var decision = CaseDecider.Decide(State, new CaseCommand.Sweep(Ground(now)));
        if (decision.Events.IsEmpty)
            return 0;
        var result = await AppendAsync(
            new Append([SliceOf(decision.Events)], now, ClockActor, Handling.CourtOf(State).Value, null, []), decision.Events);
        return result is AppendResult.Appended ? decision.Events.Length : 0;
    }

    public async Task<DataKeyId?> KeyAsync(Actor actor, DateTimeOffset now)
    {
        if (!State.Exists)
        {
            DeactivateOnIdle();
            return null;
        }
        // Whoever asks seals with it elsewhere: a key that another process has just erased is of no use there.
        await vault.CatchUpAsync();
        var (key, renewed) = await KeyToSealAsync();
        if (renewed is null)
            return key.Id;
        ImmutableArray<CaseEvent> events = [new CaseEvent.KeyRenewed(Id, key.Id)];
        var result = await AppendAsync(new Append([SliceOf(events)], now, actor.Subject, actor.Court.Value, null, [renewed]), events);
        return result is AppendResult.Appended ? key.Id : null;
    }

    private static Refusal NoSuchCase { get; } = Refusal.Unknown("没有这个信访事项，请核对编号。");

    public Task<ImmutableArray<OpenAct>> OpenActsAsync(Actor actor, DateTimeOffset now)
    {
        if (!State.Exists)
            DeactivateOnIdle();
        return Task.FromResult(OpenAct.For(State, actor, Ground(now)));
    }

    private CaseGround Ground(DateTimeOffset now) => CaseGround.Of(city.Current, terms, now);

    private async Task<(Sealed Text, SealingKey Key)> SealAsync(string entity, Secret text)
    {
        var key = await KeyToSealAsync();
        return (key.Key.Seal(entity, Sealing.NarrativeField, text.Value), key);
    }

    /// <summary>The case's key; where that was erased, as on request of the person, a new one that must go with what it seals.</summary>
    private async Task<SealingKey> KeyToSealAsync() =>
        State.Key is { } id && await vault.FindToSealAsync(id) is { } known ? known : await vault.NewAsync(Stream.Value);

    /// <param name="act">Named in the answer where the case's file then holds it: a pause, a rating or what was so already is nothing to refer to.</param>
    /// <param name="sealing">What sealed the text that the command carries.</param>
    private async Task<ActOutcome> DecideAsync(
        CaseCommand command, CommandId id, DateTimeOffset now, string actor, CourtId court, ActId act, SealingKey? sealing = null)
    {
        var decision = CaseDecider.Decide(State, command);
        if (decision.Refusal is { } refusal)
            return await RefuseActAsync(refusal);
        var isHeld = decision.Events.Aggregate(State, CaseEvolution.Evolve).Work.Holds(act);
        var done = ActOutcome.Done(Id, []) with { Act = isHeld ? act : null, Notes = NotesOf(decision.Events) };
        if (decision.Events.IsEmpty && !id.Recorded)
            return done;
        var record = RecordOf(id, new ActAnswer(Id, done.Act, done.Notes));
        // What is so already writes nothing that a key would have sealed.
        var used = decision.Events.IsEmpty ? null : sealing;
        var events = used?.Row is { } renewed ? [new CaseEvent.KeyRenewed(Id, renewed.Id), .. decision.Events] : decision.Events;
        ImmutableArray<Slice> own = events.IsEmpty ? [] : [SliceOf(events)];
        var result = await AppendAsync(new Append(used?.With(own) ?? own, now, actor, court.Value, record, used?.Rows ?? []), events);
        return result is AppendResult.Appended ? done : ActOutcome.Of(Id, result, []);
    }

    /// <summary>What whoever acted should see at once: W12's order, and the clocks that now run. An answer may begin the limit that it meets.</summary>
    private static ImmutableArray<string> NotesOf(ImmutableArray<CaseEvent> events) =>
    [
        .. events.OfType<CaseEvent.Acted>().Where(a => a.Act == CaseAct.Video).SelectMany(a => a.Facts)
            .Where(f => f.Name.StartsWith("order", StringComparison.Ordinal)).Select(f => f.Value),
        .. events.OfType<CaseEvent.ClockStarted>().Where(c => !events.Any(e => Settles(e, c.Clock.Id))).Select(c => $"{Clocks.ClockNames.Of(c.Clock.Kind)}：{c.Clock.DueOn:yyyy-MM-dd} 24:00 前"),
        .. events.OfType<CaseEvent.Ended>().Select(e => e.Status == CaseStatus.Provisional ? "已办结（暂定），一年内未再信访的转为最终化解" : "已办结"),
    ];

    private static bool Settles(CaseEvent @event, Clocks.ClockId clock) => @event switch
    {
        CaseEvent.ClockMet met => met.Clock.Id == clock,
        CaseEvent.ClockStopped stopped => stopped.Clocks.Contains(clock),
        _ => false,
    };
}
