using System.Collections.Immutable;

namespace PetitionMesh.Grains.Journaling;

/// <summary>A journaled grain that seals texts with keys of its own stream, and makes them unreadable when asked to.</summary>
public abstract class SealingGrain<TState, TEvent>(IJournal journal, Vault vault, EventCodec<TEvent> codec, TState initial)
    : JournaledGrain<TState, TEvent>(journal, codec, initial)
    where TState : class
    where TEvent : class
{
    protected override void OnBeaten(AppendResult.Conflict conflict) => vault.TakeUp(conflict);

    /// <summary>A key of its own for what is written first.</summary>
    protected ValueTask<SealingKey> NewKeyAsync() => vault.NewAsync(Stream.Value);

    /// <summary>A key that has sealed before; null once it was deleted.</summary>
    protected ValueTask<SealingKey?> FindKeyAsync(DataKeyId key) => vault.FindToSealAsync(key);

    /// <summary>The key of the texts so far, or a new one where nothing was written yet, or what was has been erased.</summary>
    protected async Task<SealingKey> KeyAsync(DataKeyId? known) =>
        (known is { } some ? await vault.FindToSealAsync(some) : null) ?? await vault.NewAsync(Stream.Value);

    /// <summary>Appends what was decided, the key that sealed it along, with the answer that <paramref name="told"/> writes of it.</summary>
    /// <param name="isKnown">Whether there was anything before; an activation of nothing is given up.</param>
    protected async Task<ActReply> ReplyAsync(
        CommandId id, Actor actor, DateTimeOffset now, int status, Decision<TEvent> decision, SealingKey? sealing, bool isKnown, Func<ImmutableArray<TEvent>, byte[]> told)
    {
        if (decision.Refusal is { } refusal)
        {
            if (!isKnown)
                DeactivateOnIdle();
            return ActReply.Refused(refusal);
        }
        var events = decision.Events;
        var answer = new CommandRecord(id.Caller, id.Key, id.BodyHash, status, [.. told(events)]);
        if (events.IsEmpty && !id.Recorded)
            return ActReply.Done(answer);
        var (slices, keys) = events.IsEmpty ? ([], []) : sealing is { } used ? (used.With(SliceOf(events)), used.Rows) : ([SliceOf(events)], []);
        return ActReply.Of(answer, await AppendAsync(new Append(slices, now, actor.Subject, actor.Court.Value, id.Recorded ? answer : null, keys), events));
    }

    /// <summary>Deletes the keys of the stream: what they sealed is unreadable from the commit on.</summary>
    protected async Task<ActReply> EraseAsync(EraseData command, TEvent erased)
    {
        ImmutableArray<TEvent> events = [erased];
        var answer = command.Answer(new ErasureAnswer([]));
        var result = await AppendAsync(command.Append(SliceOf(events), await vault.EraAsync(CancellationToken.None), [Stream.Value], answer), events);
        vault.Forget();
        return ActReply.Of(answer, result);
    }
}
