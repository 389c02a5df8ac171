using System.Collections.Immutable;
using System.Text.Json;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Grains.FirstRequests;

/// <inheritdoc cref="IFirstRequestGrain"/>
public sealed class FirstRequestGrain(IJournal journal, Vault vault)
    : SealingGrain<FirstRequestState, FirstRequestEvent>(journal, vault, Codecs.FirstRequest, FirstRequestState.Unknown), IFirstRequestGrain
{
    /// <summary>Where the texts are sealed for. On disk: never change them.</summary>
    public const string ResultField = "result";
    public const string NoteField = "note";

    private FirstRequestId Id => FirstRequestId.Parse(this.GetPrimaryKeyString());

    protected override StreamId Stream => StreamId.Of(Id);

    protected override FirstRequestState Evolve(FirstRequestState state, FirstRequestEvent @event) => FirstRequestState.Evolve(state, @event);

    public async Task<ActReply> ReceiveAsync(ReceiveFirstRequest command) => await TakeUpAsync(command.SealedWith(await NewKeyAsync(), []));

    public async Task<ActReply> TakeUpAsync(SealedFirstRequest request)
    {
        var command = request.Command;
        var decision = FirstRequestDecider.Receive(State, request);
        if (decision.Refusal is { } refusal)
            return ActReply.Refused(refusal);
        // What is registered already seals nothing anew: neither petitioner nor key goes with it.
        var isNew = State.Received is null;
        return await ReplyAsync(
            command.Id, command.Actor, command.Now, decision.Events,
            command.Import is { } origin
                ? RecordOf(command.Id, 200, JsonSerializer.SerializeToUtf8Bytes(
                    new FirstRequestImported(origin.Import, isNew ? ImportResult.Created : decision.Events.IsEmpty ? null : ImportResult.Merged),
                    AnswersJson.Default.FirstRequestImported))
                : RecordOf(command.Id, 201, Told(decision.Events)),
            isNew ? request.Slices : [], isNew ? request.Keys : []);
    }

    public async Task<ActReply> StepAsync(FirstRequestStep step)
    {
        SealingKey? sealing = null;
        if (State.Received is { } received && (step.PassOn?.Note ?? step.Finish?.Result) is not null && (sealing = await FindKeyAsync(received.Person.Key)) is null)
            return ActReply.Refused(Refusal.Conflicts("data-deleted", null, "该首诉登记的个人信息已依法删除，不能再填写文字内容；请不填文字后重试。"));
        var decision = FirstRequestDecider.Decide(State, step, (field, text) => sealing!.Value.Key.Seal(Id.Value, field, text.Value));
        if (decision.Refusal is { } refusal)
        {
            if (State.Received is null)
                DeactivateOnIdle();
            return ActReply.Refused(refusal);
        }
        return await ReplyAsync(step.Id, step.Actor, step.Now, decision.Events, RecordOf(step.Id, 200, Told(decision.Events)), sealing is { } used ? used.With([]) : [], []);
    }

    public async Task<ActReply> EraseDataAsync(EraseData command)
    {
        if (State.Received is not { } received)
        {
            DeactivateOnIdle();
            return ActReply.Refused(Refusal.Breaks("unknown-request", null, "没有这条首诉登记，请核对编号。", "firstRequestId"));
        }
        if (received.Petitioner is not null)
            return ActReply.Refused(Refusal.Breaks("has-document", null, "诉求人有证件，请按证件类型和号码办理。", "firstRequestId"));
        if (State.Erased)
            return ActReply.Refused(Refusal.Conflicts("data-erased", null, "该首诉登记的个人信息已经删除，无须再次办理。"));
        return await EraseAsync(command, new FirstRequestEvent.ContentErased(Id, command.Reason));
    }

    private byte[] Told(ImmutableArray<FirstRequestEvent> events)
    {
        var state = events.Aggregate(State, FirstRequestState.Evolve);
        return JsonSerializer.SerializeToUtf8Bytes(
            new FirstRequestAnswer(Id, state.Status, state.Received!.DueOn, state.DoneOn, state.PassedTo, state.Case, state.Filed), AnswersJson.Readable.FirstRequestAnswer);
    }

    private static CommandRecord RecordOf(CommandId id, int status, byte[] answer) => new(id.Caller, id.Key, id.BodyHash, status, [.. answer]);

    private async Task<ActReply> ReplyAsync(
        CommandId id, Actor actor, DateTimeOffset now, ImmutableArray<FirstRequestEvent> events, CommandRecord answer, ImmutableArray<Slice> along, ImmutableArray<WrappedKey> keys)
    {
        if (events.IsEmpty && !id.Recorded)
            return ActReply.Done(answer);
        var append = new Append(
            events.IsEmpty ? [] : [.. along, SliceOf(events)], now, actor.Subject, actor.Court.Value, id.Recorded ? answer : null, keys);
        return ActReply.Of(answer, await AppendAsync(append, events));
    }
}
