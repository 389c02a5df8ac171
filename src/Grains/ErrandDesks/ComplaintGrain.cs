using System.Collections.Immutable;
using System.Text.Json;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Grains.ErrandDesks;

/// <inheritdoc cref="IComplaintGrain"/>
public sealed class ComplaintGrain(IJournal journal, Vault vault, ComplaintTerms terms)
    : SealingGrain<ComplaintState, ComplaintEvent>(journal, vault, Codecs.Complaint, ComplaintState.Unknown), IComplaintGrain
{
    private ComplaintId Id => ComplaintId.Parse(this.GetPrimaryKeyString());

    protected override StreamId Stream => StreamId.Of(Id);

    protected override ComplaintState Evolve(ComplaintState state, ComplaintEvent @event) => ComplaintState.Evolve(state, @event);

    public async Task<ActReply> RegisterAsync(RegisterComplaint command)
    {
        SealingKey? sealing = State.Registered is null ? await NewKeyAsync() : null;
        return await ReplyAsync(
            command.Id, command.Actor, command.Now, 201, ComplaintDecider.Register(State, command, (field, text) => sealing!.Value.Key.Seal(Id.Value, field, text.Value)), sealing);
    }

    public async Task<ActReply> StepAsync(ComplaintStep step)
    {
        SealingKey? sealing = step.HasText && State.Registered is not null ? await KeyAsync(State.Key) : null;
        return await ReplyAsync(
            step.Id, step.Actor, step.Now, 200, ComplaintDecider.Decide(State, step, (field, text) => sealing!.Value.Key.Seal(Id.Value, field, text.Value), terms), sealing);
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
        return await EraseAsync(command, new ComplaintEvent.ContentErased(Id, command.Reason));
    }

    private Task<ActReply> ReplyAsync(CommandId id, Actor actor, DateTimeOffset now, int status, Decision<ComplaintEvent> decision, SealingKey? sealing) =>
        ReplyAsync(id, actor, now, status, decision, sealing, State.Registered is not null, Told);

    private byte[] Told(ImmutableArray<ComplaintEvent> events)
    {
        var state = events.Aggregate(State, ComplaintState.Evolve);
        return JsonSerializer.SerializeToUtf8Bytes(
            new ComplaintAnswer(
                Id, state.Status, state.Registered!.Desk, state.Circulated?.Division, state.Circulated?.DueOn, state.Checked?.Outcome, state.Checked?.Late, state.Answered?.Day),
            AnswersJson.Readable.ComplaintAnswer);
    }
}
