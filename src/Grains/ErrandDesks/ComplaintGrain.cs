using System.Collections.Immutable;
using System.Text.Json;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Grains.ErrandDesks;

/// <inheritdoc cref="IComplaintGrain"/>
public sealed class ComplaintGrain(IJournal journal, Vault vault)
    : JournaledGrain<ComplaintState, ComplaintEvent>(journal, Codecs.Complaint, ComplaintState.Unknown), IComplaintGrain
{
    private ComplaintId Id => ComplaintId.Parse(this.GetPrimaryKeyString());

    protected override StreamId Stream => StreamId.Of(Id);

    protected override ComplaintState Evolve(ComplaintState state, ComplaintEvent @event) => ComplaintState.Evolve(state, @event);

    protected override void OnBeaten(AppendResult.Conflict conflict) => vault.TakeUp(conflict);

    public async Task<ActReply> RegisterAsync(RegisterComplaint command)
    {
        SealingKey? sealing = State.Registered is null ? await vault.NewAsync(Stream.Value) : null;
        return await ReplyAsync(
            command.Id, command.Actor, command.Now, 201, ComplaintDecider.Register(State, command, (field, text) => sealing!.Value.Key.Seal(Id.Value, field, text.Value)), sealing);
    }

    public async Task<ActReply> StepAsync(ComplaintStep step)
    {
        // The key of the texts so far, or a new one where what was written has been erased.
        SealingKey? sealing = !step.HasText || State.Registered is null ? null
            : (State.Key is { } known ? await vault.FindToSealAsync(known) : null) ?? await vault.NewAsync(Stream.Value);
        return await ReplyAsync(
            step.Id, step.Actor, step.Now, 200, ComplaintDecider.Decide(State, step, (field, text) => sealing!.Value.Key.Seal(Id.Value, field, text.Value)), sealing);
    }

    public async Task<ActReply> EraseDataAsync(EraseData command)
    {
        if (State.Registered is null)
        {
            DeactivateOnIdle();
            return ActReply.Refused(Refusal.Breaks("unknown-complaint", null, "没有这条办不成事反映，请核对编号。", "complaintId"));
        }
        if (State.Key is null)
            return ActReply.Refused(Refusal.Conflicts("data-erased", null, "该反映的个人信息和文字内容已经删除，无须再次办理。"));
        ImmutableArray<ComplaintEvent> events = [new ComplaintEvent.ContentErased(Id, command.Reason)];
        var answer = command.Answer(new ErasureAnswer([]));
        var result = await AppendAsync(command.Append(SliceOf(events), await vault.EraAsync(CancellationToken.None), [Stream.Value], answer), events);
        vault.Forget();
        return ActReply.Of(answer, result);
    }

    private async Task<ActReply> ReplyAsync(CommandId id, Actor actor, DateTimeOffset now, int status, Decision<ComplaintEvent> decision, SealingKey? sealing)
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

    private byte[] Told(ImmutableArray<ComplaintEvent> events)
    {
        var state = events.Aggregate(State, ComplaintState.Evolve);
        return JsonSerializer.SerializeToUtf8Bytes(
            new ComplaintAnswer(
                Id, state.Status, state.Registered!.Desk, state.Circulated?.Division, state.Circulated?.DueOn, state.Checked?.Outcome, state.Checked?.Late, state.Answered?.Day),
            AnswersJson.Readable.ComplaintAnswer);
    }
}
