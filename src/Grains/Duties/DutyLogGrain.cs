using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using PetitionMesh.Grains.Cases;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Grains.Duties;

/// <inheritdoc cref="IDutyLogGrain"/>
public sealed class DutyLogGrain(IJournal journal, Vault vault)
    : JournaledGrain<DutyLogState, DutyLogEvent>(journal, Codecs.DutyLog, DutyLogState.Empty), IDutyLogGrain
{
    /// <summary>Where the texts are sealed for. On disk: never change them.</summary>
    public const string WindowField = "window";
    public const string MattersField = "matters";

    private DutyLogId Id => DutyLogId.Parse(this.GetPrimaryKeyString());

    protected override StreamId Stream => StreamId.Of(Id);

    protected override DutyLogState Evolve(DutyLogState state, DutyLogEvent @event) => DutyLogState.Evolve(state, @event);

    protected override void OnBeaten(AppendResult.Conflict conflict) => vault.TakeUp(conflict);

    public async Task<ActReply> WriteAsync(WriteDutyLog command)
    {
        if (DutyLogDecider.Refuse(Id.Court, command.Leader, command.Actor, command.Begun) is { } refusal)
            return ActReply.Refused(refusal);
        var found = State.Latest is { } known ? await vault.FindToSealAsync(known.Window.Key) : await vault.NewAsync(Stream.Value);
        if (found is not { } sealing)
            return ActReply.Refused(Refusal.Conflicts("data-deleted", null, "该值班日志的内容已依法删除，不能再填写。"));
        ImmutableArray<DutyLogEvent> events =
        [
            new DutyLogEvent.Written(
                Id,
                command.Leader,
                sealing.Key.Seal(Id.Value, WindowField, command.Window.Value),
                command.Matters is { } matters ? sealing.Key.Seal(Id.Value, MattersField, matters.Value) : null,
                command.Now)
            {
                By = command.Actor.Name,
            },
        ];
        var answer = JsonSerializer.SerializeToUtf8Bytes(
            new DutyLogAnswer(Id, command.Leader, State.Times + 1, command.Now), AnswersJson.Readable.DutyLogAnswer);
        var id = command.Id;
        var record = new CommandRecord(id.Caller, id.Key, id.BodyHash, 200, ImmutableCollectionsMarshal.AsImmutableArray(answer));
        var result = await AppendAsync(
            new Append(
                sealing.With(SliceOf(events)),
                command.Now,
                command.Actor.Subject,
                command.Actor.Court.Value,
                id.Recorded ? record : null,
                sealing.Rows),
            events);
        if (result is AppendResult.Appended && sealing.Row is not null)
            vault.Keep(sealing.Key);
        return ActReply.Of(record, result);
    }

    public Task<DutyLogStanding?> StandingAsync()
    {
        if (State.Latest is not { } latest)
        {
            DeactivateOnIdle();
            return Task.FromResult<DutyLogStanding?>(null);
        }
        return Task.FromResult<DutyLogStanding?>(new DutyLogStanding(latest.Leader, latest.Window, latest.Matters, State.Times, latest.At, latest.By));
    }
}
