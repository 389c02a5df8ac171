using System.Collections.Immutable;
using System.Text.Json;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Grains.Routings;

/// <inheritdoc cref="IRoutingGrain"/>
public sealed class RoutingGrain(IJournal journal, Vault vault, RoutingTerms terms)
    : JournaledGrain<RoutingState, RoutingEvent>(journal, Codecs.Routing, RoutingState.Unknown), IRoutingGrain
{
    /// <summary>Where the note of the registration is sealed for; the others are <see cref="ObjectionDecider"/>'s. On disk: never change it.</summary>
    public const string NoteField = "note";

    private RoutingId Id => RoutingId.Parse(this.GetPrimaryKeyString());

    protected override StreamId Stream => StreamId.Of(Id);

    protected override RoutingState Evolve(RoutingState state, RoutingEvent @event) => RoutingState.Evolve(state, @event);

    protected override void OnBeaten(AppendResult.Conflict conflict) => vault.TakeUp(conflict);

    public async Task<ActReply> RegisterAsync(RegisterRouting command)
    {
        SealingKey? sealing = command.Note is null || State is { Registered: not null, IsWithdrawn: false } ? null : await vault.NewAsync(Stream.Value);
        var note = sealing?.Key.Seal(Id.Value, NoteField, command.Note!.Value.Value);
        return await ReplyAsync(command.Id, command.Actor, command.Now, 201, RoutingDecider.Register(State, command, note, terms), sealing);
    }

    public async Task<ActReply> StepAsync(RoutingStep step)
    {
        // The key of the texts so far, or a new one where nothing was written yet, or what was has been erased.
        SealingKey? sealing = !step.HasText || State.Registered is null ? null
            : (State.Key is { } known ? await vault.FindToSealAsync(known) : null) ?? await vault.NewAsync(Stream.Value);
        return await ReplyAsync(
            step.Id, step.Actor, step.Now, 200, RoutingDecider.Decide(State, step, (field, text) => sealing!.Value.Key.Seal(Id.Value, field, text.Value), terms), sealing);
    }

    public async Task<ActReply> EraseDataAsync(EraseData command)
    {
        if (State.Registered is null)
        {
            DeactivateOnIdle();
            return ActReply.Refused(Refusal.Breaks("unknown-routing", null, "没有这张分流单，请核对编号。", "routingId"));
        }
        if (State.Key is null)
            return ActReply.Refused(Refusal.Conflicts("data-erased", null, "该分流单没有文字内容，或者已经删除，无须再次办理。"));
        ImmutableArray<RoutingEvent> events = [new RoutingEvent.ContentErased(Id, command.Reason)];
        var answer = command.Answer(new ErasureAnswer([]));
        var result = await AppendAsync(command.Append(SliceOf(events), await vault.EraAsync(CancellationToken.None), [Stream.Value], answer), events);
        vault.Forget();
        return ActReply.Of(answer, result);
    }

    private async Task<ActReply> ReplyAsync(CommandId id, Actor actor, DateTimeOffset now, int status, Decision<RoutingEvent> decision, SealingKey? sealing)
    {
        if (decision.Refusal is { } refusal)
        {
            if (State.Registered is null)
                DeactivateOnIdle();
            return ActReply.Refused(refusal);
        }
        var events = decision.Events;
        var answer = new CommandRecord(id.Caller, id.Key, id.BodyHash, status, [.. Told(events)]);
        if (events.IsEmpty && !id.Recorded)
            return ActReply.Done(answer);
        var (slices, keys) = events.IsEmpty ? ([], []) : sealing is { } used ? (used.With(SliceOf(events)), used.Rows) : ([SliceOf(events)], []);
        return ActReply.Of(answer, await AppendAsync(new Append(slices, now, actor.Subject, actor.Court.Value, id.Recorded ? answer : null, keys), events));
    }

    private byte[] Told(ImmutableArray<RoutingEvent> events)
    {
        var state = events.Aggregate(State, RoutingState.Evolve);
        return JsonSerializer.SerializeToUtf8Bytes(
            new RoutingAnswer(
                Id, state.Status, state.Registered!.DueOn, state.Routed?.Day, state.Routed?.Late, state.Related, state.Receiver, state.ObjectUntil, state.Objections.Length),
            AnswersJson.Readable.RoutingAnswer);
    }
}
