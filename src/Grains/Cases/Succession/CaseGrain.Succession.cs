using System.Text.Json;
using PetitionMesh.Grains.Journaling;

namespace PetitionMesh.Grains.Cases;

/// <content>Changes of hands (W3).</content>
public sealed partial class CaseGrain
{
    public async Task<ActReply> ChangeHandsAsync(ChangeHands command)
    {
        var now = city.Current;
        var decision = SuccessionDecider.Decide(State, command, now, now.DayOf(command.Now));
        if (decision.Refusal is { } refusal)
            return await ReplyRefusalAsync(refusal);
        var after = decision.Events.Aggregate(State, CaseEvolution.Evolve);
        var standing = new HandsStanding(
            Id, after.Owner!.Leader, after.Owner.Court, after.Owner.Origin, after.Owner.At, after.Hands.FirstReceiver, after.Hands.Relieved);
        return await ReplyAsync(
            command.Id, command.Actor, command.Now, decision.Events, JsonSerializer.SerializeToUtf8Bytes(standing, AnswersJson.Readable.HandsStanding));
    }

    public async Task<bool> RemindOfficeAsync(RemindOffice command)
    {
        var decision = SuccessionDecider.Remind(State, command);
        return !decision.Events.IsEmpty
            && await AppendAsync(new Append([SliceOf(decision.Events)], command.Now, "system", command.Office.Value, null, []), decision.Events)
                is AppendResult.Appended;
    }
}
