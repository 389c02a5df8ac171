using System.Runtime.InteropServices;
using System.Text.Json;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Grains.Cases;

/// <summary>Recorded acts that tie a case to its person and to its double.</summary>
public sealed partial class CaseGrain
{
    public async Task<ActOutcome> IdentifyAsync(CaseIdentification identification)
    {
        var decision = CaseDecider.Decide(State, new CaseCommand.Identify(Id, identification.Petitioner, identification.Person, identification.Actor));
        if (decision.Refusal is { } refusal)
            return await RefuseActAsync(refusal);
        if (decision.Events.IsEmpty)
        {
            return identification.Id.Recorded
                ? ActOutcome.Of(Id, await AppendAsync(AppendOf([], identification.Actor, identification.Now, RecordOf(identification.Id, Id)), []), [])
                : ActOutcome.Done(Id, []);
        }
        var result = await AppendAsync(
            new Append(
                [.. identification.Slices, SliceOf(decision.Events)],
                identification.Now,
                identification.Actor.Subject,
                identification.Actor.Court.Value,
                RecordOf(identification.Id, new ActAnswer(Id, null, identification.Notes)),
                identification.Keys),
            decision.Events);
        return ActOutcome.Of(Id, result, identification.Slices) with { Notes = identification.Notes };
    }

    public async Task<ActOutcome> JoinAsync(JoinCases command)
    {
        if (!State.Exists)
            return ActOutcome.Refused(Id, Refusal.Unknown("没有这个信访事项，请核对编号。"));
        if (string.CompareOrdinal(command.Other.Value, Id.Value) <= 0)
            throw new InvalidOperationException("A join is asked of the case with the lower id.");
        try
        {
            var outcome = await GrainFactory.GetGrain<ICaseGrain>(command.Other.Value).JoinWithAsync(command, Side);
            if (outcome.Refusal is { } refusal)
                return await RefuseActAsync(refusal);
            TakeUpOrGiveUp(outcome);
            return outcome;
        }
        catch
        {
            DeactivateOnIdle();
            throw;
        }
    }

    public async Task<ActOutcome> JoinWithAsync(JoinCases command, JoinSide lower)
    {
        if (!State.Exists)
            return ActOutcome.Refused(Id, Refusal.Unknown("没有要合并的另一个信访事项，请核对编号。"));
        var (refusal, older, theirs, mine) = JoinDecider.Decide(lower, Side, command);
        if (refusal is not null)
            return await RefuseActAsync(refusal);
        var slice = new Slice(StreamId.Of(lower.Case), lower.Version, [.. theirs.Select(Codecs.Case.Encode)]);
        var result = await AppendAsync(
            new Append([slice, SliceOf(mine)], command.Now, command.Actor.Subject, command.Actor.Court.Value, RecordOf(command.Id, older), []),
            mine);
        return ActOutcome.Of(older, result, [slice]);
    }

    public async Task<ActReply> EraseDataAsync(EraseData command)
    {
        var decision = CaseDecider.Decide(State, new CaseCommand.EraseData(command.Reason));
        if (decision.Refusal is { } refusal)
            return await ReplyRefusalAsync(refusal);
        var answer = command.Answer(new ErasureAnswer([Id]));
        var result = await AppendAsync(command.Append(SliceOf(decision.Events), await vault.EraAsync(CancellationToken.None), [Stream.Value], answer), decision.Events);
        vault.Forget();
        return ActReply.Of(answer, result);
    }

    private async Task<ActOutcome> RefuseActAsync(Refusal refusal)
    {
        if (!await IsOutdatedAsync())
            return ActOutcome.Refused(Id, refusal);
        DeactivateOnIdle();
        return ActOutcome.Beaten(Id);
    }

    /// <summary>Beaten or answered before, this activation may be outdated: without giving up it would be beaten again for ever.</summary>
    private void TakeUpOrGiveUp(ActOutcome outcome)
    {
        if (outcome.MayBeOutdated)
            DeactivateOnIdle();
        else
            TakeUp(outcome.Written);
    }

    private JoinSide Side => new(
        Id,
        Version,
        State.Owner is { } owner ? new OwnedSide(owner.Leader, owner.Court, owner.LineSince) : null,
        State.OpenedOn,
        State.Petitioners,
        State.Courts,
        State.JoinedInto,
        State.Ending?.Day,
        State.Status == CaseStatus.Provisional,
        State.LastReceptionOn,
        JoinDecider.Unfinished(State));

    private static CommandRecord? RecordOf(CommandId id, CaseId result) => RecordOf(id, new ActAnswer(result, null, []));

    private static CommandRecord? RecordOf(CommandId id, ActAnswer answer) => id.Recorded
        ? new CommandRecord(
            id.Caller,
            id.Key,
            id.BodyHash,
            200,
            ImmutableCollectionsMarshal.AsImmutableArray(JsonSerializer.SerializeToUtf8Bytes(answer, AnswersJson.Default.ActAnswer)))
        : null;
}
