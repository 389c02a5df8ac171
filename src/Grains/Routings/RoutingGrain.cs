using System.Collections.Immutable;
using System.Text.Json;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Grains.Routings;

/// <inheritdoc cref="IRoutingGrain"/>
public sealed class RoutingGrain(IJournal journal, Vault vault, RoutingTerms terms)
    : SealingGrain<RoutingState, RoutingEvent>(journal, vault, Codecs.Routing, RoutingState.Unknown), IRoutingGrain
{
    /// <summary>Where the note of the registration is sealed for; the others are <see cref="ObjectionDecider"/>'s. On disk: never change it.</summary>
    public const string NoteField = "note";

    private RoutingId Id => RoutingId.Parse(this.GetPrimaryKeyString());

    protected override StreamId Stream => StreamId.Of(Id);

    protected override RoutingState Evolve(RoutingState state, RoutingEvent @event) => RoutingState.Evolve(state, @event);

    public async Task<ActReply> RegisterAsync(RegisterRouting command)
    {
        SealingKey? sealing = command.Note is null || State is { Registered: not null, IsWithdrawn: false } ? null : await NewKeyAsync();
        var note = sealing?.Key.Seal(Id.Value, NoteField, command.Note!.Value.Value);
        return await ReplyAsync(command.Id, command.Actor, command.Now, 201, RoutingDecider.Register(State, command, note, terms), sealing);
    }

    public async Task<ActReply> StepAsync(RoutingStep step)
    {
        SealingKey? sealing = step.HasText && State.Registered is not null ? await KeyAsync(State.Key) : null;
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
        return await EraseAsync(command, new RoutingEvent.ContentErased(Id, command.Reason));
    }

    private Task<ActReply> ReplyAsync(CommandId id, Actor actor, DateTimeOffset now, int status, Decision<RoutingEvent> decision, SealingKey? sealing) =>
        ReplyAsync(id, actor, now, status, decision, sealing, State.Registered is not null, Told);

    private byte[] Told(ImmutableArray<RoutingEvent> events)
    {
        var state = events.Aggregate(State, RoutingState.Evolve);
        return JsonSerializer.SerializeToUtf8Bytes(
            new RoutingAnswer(
                Id, state.Status, state.Registered!.DueOn, state.Routed?.Day, state.Routed?.Late, state.Related, state.Receiver, state.ObjectUntil, state.Objections.Length),
            AnswersJson.Readable.RoutingAnswer);
    }
}
